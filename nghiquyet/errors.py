"""Refusals of the program itself; those of reading a file are ``extract.errors``."""

from __future__ import annotations

from extract.errors import Refusal


class OutputNotWritable(Refusal):
    """The results cannot be put where the command line says."""

    exit_status = 2


class UnusableAliases(Refusal):
    """The file of an office's own names cannot be used."""

    exit_status = 2
