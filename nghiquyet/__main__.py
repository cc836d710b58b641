"""``python -m nghiquyet`` is the command ``nghiquyet``."""

from nghiquyet.cli import main

main(prog_name="nghiquyet")
