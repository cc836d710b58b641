"""The libraries that writing needs, loaded ahead."""

from __future__ import annotations

from importlib import import_module

# Those that take a tenth of a second and more; each file that uses one imports it itself when it is used.
SLOW = ("pandas", "xlsxwriter", "jinja2")


def load_libraries() -> None:
    """Loads them: worth doing in a thread of its own while this process waits for others."""
    for name in SLOW:
        import_module(name)
