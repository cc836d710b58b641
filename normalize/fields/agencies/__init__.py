"""The registry of Vietnamese agencies, and the linker from printed words to it."""

from nghiquyet.normalize.fields.agencies.linker import AgencyLinker
from nghiquyet.normalize.fields.agencies.mention import CERTAIN
from nghiquyet.normalize.fields.agencies.own_names import OwnNamesError

__all__ = ["CERTAIN", "AgencyLinker", "OwnNamesError"]
