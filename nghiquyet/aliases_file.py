"""Whether an office's file of own names can be used, said before any document is read."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.errors import UnusableAliases, reason_of


def check_aliases(path: Path | None) -> None:
    """Nothing, where there is no file or one that can be used. Raises UnusableAliases, whose message says why not."""
    if path is None:
        return
    try:
        path.read_bytes()
    except OSError as error:
        raise UnusableAliases(
            f"Không mở được tệp tên gọi riêng {path} ({reason_of(error)}); hãy kiểm tra lại đường dẫn và quyền đọc tệp."
        ) from error
    from nghiquyet.normalize.fields.agencies import OwnNamesError
    from nghiquyet.normalize.fields.agencies.own_names import read_own_names

    try:
        read_own_names(path)
    except OwnNamesError as error:
        raise UnusableAliases(str(error)) from error
