"""What a person sees of a run: complaints in Vietnamese, and progress where there is a terminal."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

# Set to anything to see where a fault of the program itself came from.
DEBUG = "NGHIQUYET_DEBUG"
CLEAR_LINE = "\r\x1b[K"

Progress = Callable[[int, int], None]


class VietnameseGroup(click.Group):
    """A group whose usage errors are one Vietnamese sentence that ends with what to do; exit status 2 as usual."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            ctx.fail(f"không có lệnh {args[0]}")
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            status = super().main(*args, **kwargs)
            sys.exit(status if isinstance(status, int) else 0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(error.exit_code)
        except click.UsageError as error:
            complain(usage_sentence(error))
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            complain("Đã dừng theo yêu cầu; kết quả dở dang không được giữ lại.")
            sys.exit(130)
        except BrokenPipeError:  # the reader of our output has gone, as in `nghiquyet schema | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


def shown(path: Path) -> str:
    """The path as text that any terminal can print: a byte that is no UTF-8 becomes a replacement mark."""
    return os.fsencode(path).decode("utf-8", "replace")


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with the command line, and the command that shows how to write it."""
    command = error.ctx.command_path if error.ctx else "nghiquyet"
    return f"Câu lệnh chưa đúng: {_usage_fault(error)}; xem cách viết bằng lệnh: {command} --help"


def _usage_fault(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter(param=click.Option() as option):
            return f"thiếu {option.opts[0]} {option.metavar}"
        case click.MissingParameter(param=click.Argument() as argument):
            return f"thiếu {argument.metavar}"
        case click.NoSuchOption():
            return f"không có tùy chọn {error.option_name}"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} cần đúng một giá trị"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"giá trị của {parameter.opts[0]} không đúng dạng"
        case _:
            return error.message.rstrip(".")


def complain(sentence: str) -> None:
    """One sentence to standard error."""
    click.echo(sentence, err=True)


def complain_of_fault(error: BaseException) -> None:
    """Where a fault of the program itself came from, for its makers; said only when asked for."""
    if os.environ.get(DEBUG):
        click.echo("".join(traceback.format_exception(error)), err=True)


def log_to_stderr(level: int) -> None:
    """What the program's own modules log from ``level`` on goes to standard error from now on, in English."""
    logger = logging.getLogger("nghiquyet")
    for handler in [h for h in logger.handlers if isinstance(h, logging.StreamHandler)]:
        logger.removeHandler(handler)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)


def progress_line(label: str) -> Progress | None:
    """A counter of pages for ``label`` on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        click.echo(f"{CLEAR_LINE}{label}: trang {done}/{total}", err=True, nl=False)
        if done >= total:
            click.echo(CLEAR_LINE, err=True, nl=False)

    return show
