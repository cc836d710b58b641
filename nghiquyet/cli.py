"""The command line: arguments in, exit status out. What is imported for one command is imported in it."""

from __future__ import annotations

import datetime as dt
import logging
import signal
import sys
from pathlib import Path
from types import FrameType

import click

from nghiquyet import __version__
from nghiquyet.console import VietnameseGroup, complain, log_to_stderr

ALIASES = click.option(
    "--aliases",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Tên gọi, cách viết riêng của cơ quan dùng phần mềm.",
)
CORRECTIONS = click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Các chỗ người rà soát đã sửa; bỏ trống thì lấy corrections.yaml cạnh văn bản, nếu có.",
)


@click.group(cls=VietnameseGroup, no_args_is_help=True, context_settings={"max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("-v", "verbose", count=True, help="Kể từng bước ra luồng lỗi, bằng tiếng Anh; -vv kể cả từng lựa chọn.")
def main(verbose: int) -> None:
    """Biến nghị quyết, chương trình, kế hoạch thành bảng nhiệm vụ, chỉ tiêu; chỗ nào chưa chắc thì nói rõ.

    Mã thoát: 0 xong; 1 có thay đổi nội dung (diff --exit-code); 2 câu lệnh chưa đúng hoặc không ghi được kết quả;
    3 xong nhưng có lỗi phải xem lại; 4 có tệp không đọc được; 5 thiếu một phần của hệ thống. Nhiều tệp thì lấy mã lớn
    nhất.
    """
    # a stop from outside must clear away what is half written, as Ctrl-C does
    signal.signal(signal.SIGTERM, _stop)
    if verbose:
        log_to_stderr(logging.INFO if verbose == 1 else logging.DEBUG)


@main.command()
@click.argument("inputs", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Thư mục đặt kết quả.")
@ALIASES
@CORRECTIONS
def extract(inputs: tuple[Path, ...], out: Path, aliases: Path | None, corrections: Path | None) -> None:
    """Đọc từng FILE và ghi kết quả vào một thư mục con của DIR.

    FILE là tệp PDF (bản in hoặc bản chụp), Word (.docx, .doc) hay văn bản thô (.txt, .md); là thư mục thì đọc mọi tệp
    như thế nằm ngay trong đó. Thư mục con mang tên tệp không có phần đuôi, hoặc cả tên tệp khi hai tệp trùng nhau phần
    trước. Kết quả cũ chỉ bị thay khi đã có kết quả mới trọn vẹn.
    """
    from nghiquyet.run import extract_all

    sys.exit(extract_all(inputs, out, aliases, corrections))


@main.command()
@click.argument("name", type=click.Choice(["resolution", "changes"]), default="resolution")
def schema(name: str) -> None:
    """In ra JSON Schema (2020-12) của resolution.json, hoặc của changes.json khi NAME là changes."""
    from nghiquyet.output.files.resolution_json import as_json
    from nghiquyet.output.files.schema import json_schema

    if name == "changes":
        from nghiquyet.output.changes.changes_json import changeset_schema

        click.echo(as_json(changeset_schema()), nl=False)
    else:
        click.echo(as_json(json_schema()), nl=False)


@main.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Thư mục đặt kết quả.")
@click.option(
    "--pairs", type=click.Path(path_type=Path), metavar="FILE", help="Các cặp mục do người rà soát ghép hoặc tách."
)
@click.option("--exit-code", "tell", is_flag=True, help="Trả về mã 1 khi có thay đổi về nội dung.")
@ALIASES
def diff(old: Path, new: Path, out: Path, pairs: Path | None, tell: bool, aliases: Path | None) -> None:
    """So sánh bản cũ OLD với bản mới NEW, ghi các thay đổi vào DIR.

    OLD, NEW là resolution.json (hoặc thư mục có tệp đó), hoặc văn bản để đọc trước khi so. DIR sẽ có changes.json,
    changes.html và changes.md.
    """
    from nghiquyet.diff import Request
    from nghiquyet.diff import diff as run

    sys.exit(run(Request(old, new, out, pairs, aliases, tell)))


@main.group(cls=VietnameseGroup, no_args_is_help=True)
def corrections() -> None:
    """Các chỗ do người rà soát sửa, giữ trong tệp corrections.yaml."""


@corrections.command("new")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Tệp để ghi; bỏ trống thì là corrections.yaml cạnh văn bản, - thì in ra màn hình.",
)
@ALIASES
@CORRECTIONS
def new_corrections(source: Path, out: Path | None, aliases: Path | None, corrections: Path | None) -> None:
    """Ghi sẵn một tệp sửa cho mọi trường cần xem lại của FILE (văn bản hoặc resolution.json), không ghi đè tệp nào."""
    from nghiquyet.corrections_new import write_stub

    sys.exit(write_stub(source, out, aliases, corrections))


@main.command("git-textconv")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def git_textconv(file: Path) -> None:
    """In resolution.json thành từng mục, mỗi trường một dòng, để git diff so sánh."""
    from nghiquyet.extract.errors import Refusal
    from nghiquyet.git_textconv import file_to_text

    try:
        click.echo(file_to_text(file), nl=False)
    except Refusal as refusal:
        complain(str(refusal))
        sys.exit(refusal.exit_status)


@main.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--place", metavar="PLACE", help='Tỉnh, thành phố của văn bản, ví dụ "Hải Phòng".')
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    metavar="DATE",
    help="Tên gọi vào ngày nào, ví dụ 2026-01-29; bỏ trống thì là tên gọi hiện nay.",
)
@ALIASES
def agencies(names: tuple[str, ...], place: str | None, on: dt.datetime | None, aliases: Path | None) -> None:
    """Cho biết mỗi NAME là cơ quan nào, chắc đến đâu và vì sao."""
    from nghiquyet.agency_answers import agency_answers
    from nghiquyet.extract.errors import Refusal

    try:
        for answer in agency_answers(names, place, on.date() if on else None, aliases):
            click.echo(answer)
    except Refusal as refusal:
        complain(str(refusal))
        sys.exit(refusal.exit_status)


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("record", metavar="RECORD[.FIELD]")
@ALIASES
@CORRECTIONS
def why(file: Path, record: str, aliases: Path | None, corrections: Path | None) -> None:
    """Cho biết vì sao một mục của văn bản FILE được hiểu như thế: đã chọn gì, chắc đến đâu, căn cứ nào, ở trang nào.

    RECORD là mã của nhiệm vụ, chỉ tiêu, nhóm hay mục trong kết quả (I.2), bảng hay trang (table:1, page:8); FIELD là
    tên trường (I.2.lead, I.2.deadline), cột hay dòng của bảng ("table:1.column 3", "table:1.row 5"). Nhiều mục mang
    cùng một mã thì kể cả; viết task:, target:, group: hay section: trước mã để chọn một.
    """
    from nghiquyet.why import explain

    sys.exit(explain(file, record, aliases, corrections))


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--page", "number", required=True, type=click.IntRange(min=1), metavar="N", help="Số trang, đếm từ 1.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="PNG", help="Tệp ảnh để ghi.")
@ALIASES
@CORRECTIONS
def debug(file: Path, number: int, out: Path, aliases: Path | None, corrections: Path | None) -> None:
    """Vẽ một trang của văn bản FILE với những gì chương trình thấy ở đó, kèm chú giải.

    Trên ảnh có: từng chữ, tô theo độ tin cậy; biên ô và nét kẻ theo nguồn; loại của từng dòng; chỗ nối hay không nối
    qua trang; khung của từng mục lời văn. Trang chụp được vẽ thẳng lại như khi đọc; tệp Word và văn bản thô, vốn không
    có trang, được vẽ theo cách chương trình dàn chữ.
    """
    from nghiquyet.debug import draw

    sys.exit(draw(file, number, out, aliases, corrections))


def _stop(signum: int, _: FrameType | None) -> None:
    sys.exit(128 + signum)
