"""The registry of Vietnamese agencies, and the linker from printed words to it."""

from nghiquyet.normalize.fields.agencies.linker import AgencyLinker
from nghiquyet.normalize.fields.agencies.mention import CERTAIN
from nghiquyet.normalize.fields.agencies.own_names import OwnNamesError
from nghiquyet.normalize.fields.agencies.short_names import document_to_short_names

__all__ = ["CERTAIN", "AgencyLinker", "OwnNamesError", "document_to_short_names"]
