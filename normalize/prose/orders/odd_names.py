"""A name as it was cut from a clause → whether it reads like more than a name: words of the order hang on it.

Bodies that no registry has are taken by their words, as far as no verb is known behind them. What looks on like a
sentence ("Hội đồng cấp tỉnh lập tờ trình") is doubted.
"""

from __future__ import annotations

import re

from nghiquyet.normalize.fields.order_words import begins, ends, within
from nghiquyet.normalize.prose.orders.clause_verbs import is_half

# Between verbs side by side.
_BESIDE = re.compile(r"\s*(?:,|\bvà\b)?\s*")
_ITEM = re.compile(r"\s[a-zđ]\)|\d+ (?:bộ|bản|ngày)")


def is_odd_name(name: str) -> bool:
    """True if a name goes on like a clause: with words of grammar, or a verb that does not say which body is meant."""
    small = name.casefold()
    told = [m.start() for m in within("name_breaks").finditer(small, 1)]
    breaks = any(name[place].islower() and not is_half(name, place) for place in told)
    if breaks or ends("name_ends").search(f"{small} ") or _ITEM.search(small):
        return True
    behind = -1  # where the last verb ends that says which bodies are meant
    for match in within("verbs", "acting", "short_verbs").finditer(small, 1):
        noun = begins("no_verbs", "name_nouns").match(small[match.start() :]) or is_half(name, match.start())
        if name[match.start()].isupper() or noun:
            continue
        before = small[: match.start()]
        goes_on = behind >= 0 and _BESIDE.fullmatch(small[behind : match.start()]) is not None
        if not (goes_on or ends("described", "counters", "passives").search(before)):
            return True
        behind = match.end()
    return False
