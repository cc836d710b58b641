"""The registry of Vietnamese agencies, and the linker from printed words to it."""

from normalize.agencies.linker import AgencyLinker
from normalize.agencies.mention import CERTAIN
from normalize.agencies.own_names import OwnNamesError

__all__ = ["CERTAIN", "AgencyLinker", "OwnNamesError"]
