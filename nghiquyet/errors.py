"""Refusals of the program itself; those of reading a file are ``nghiquyet.extract.errors``."""

from __future__ import annotations

from nghiquyet.extract.errors import Refusal


class OutputNotWritable(Refusal):
    """The results cannot be put where the command line says."""

    exit_status = 2


class UnusableAliases(Refusal):
    """The file of an office's own names cannot be used."""

    exit_status = 2


class UnusableCorrections(Refusal):
    """The file of a reviewer's corrections cannot be used."""

    exit_status = 2


class UnknownPlace(Refusal):
    """The place given is no province or city of Viet Nam, now or before."""

    exit_status = 2


class NoSuchRecord(Refusal):
    """The document has no record, field or page of the name that was asked for."""

    exit_status = 2


class WantsDocument(Refusal):
    """An earlier result was given where only the document itself will do."""

    exit_status = 2


def reason_of(error: OSError) -> str:
    """Why the system said no, in a few Vietnamese words; the system's own words where there are none here."""
    match error:
        case FileNotFoundError():
            return "không có ở đó"
        case PermissionError():
            return "không có quyền"
        case NotADirectoryError() | FileExistsError():
            return "trên đường dẫn có một tệp, không phải thư mục"
        case IsADirectoryError():
            return "là thư mục, không phải tệp"
        case _:
            return error.strerror or type(error).__name__
