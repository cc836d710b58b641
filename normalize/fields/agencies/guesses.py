"""Names that no spelling in the registry matches exactly: slips of the pen, or bodies that only this paper knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.language.fuzzy import nearest
from nghiquyet.extract.language.spelling import slug, words
from nghiquyet.normalize.fields.agencies.abbreviations import has_open_meaning, is_abbreviation, write_out
from nghiquyet.normalize.fields.agencies.bodies import Body, BodyReader
from nghiquyet.normalize.fields.agencies.mention import Mention, unknown
from nghiquyet.normalize.fields.agencies.registry import key_words
from nghiquyet.normalize.fields.agencies.role_words import lexicon
from nghiquyet.normalize.fields.agencies.scope_cuts import names_deed
from nghiquyet.normalize.fields.agencies.territory import KINDS, kind_of
from nghiquyet.normalize.model import Agency, AgencyKind

# One slip in a name of two words costs 0.1 (a mark) or 0.25 (a letter); a word lost of seven costs 0.12. Below this
# there is more than one slip, or the name is too short to tell.
CLEAR = 0.84
MARGIN = 0.06  # by which the best name must lead the next body's
NEAR = 0.6  # names this like are worth showing to a reviewer
OPEN_CLEAR = 0.93  # any office may found a "Trung tâm …": there only the slightest slip is one
FAIR = 0.7  # one slip in a name of two words: matched if nothing else comes near, and always shown to a reviewer
FAR = 0.25  # by which the best must then lead
WORD_MISSING = 0.75  # most of the name is there, yet another body could be called so
LOCAL = 0.9
NO_SUCH_UNIT = 0.6  # "UBND xã …" of a commune that isn't in the state's list
LOCAL_UNTYPED = 0.6  # nothing says that it is a body at all
LOCAL_DOUBTFUL = 0.7
_DOUBTFUL = re.compile(r"[,;]\s*(?:các|những)\s|\s(?:và|cùng)\s(?:các|những)\s|\S\s(?:Sở|UBND)\s\S")
MOST_RIVALS = 5  # names that were near, kept to say why the best one was taken
_LONG_NAME = 18  # words; longer ones are sentences more often than names
_PLACE_WORDS = 6


class Guesser:
    """Fuzzy matches and local entities."""

    def __init__(self, bodies: BodyReader) -> None:
        self.bodies = bodies

    def ranked(self, name: tuple[str, ...]) -> list[tuple[float, Body]]:
        """Bodies whose names are like ``name``, best first, one entry once."""
        best: dict[str, tuple[float, Body]] = {}
        for cut in range(len(name), max(0, len(name) - _PLACE_WORDS - 1), -1):
            territory = self.bodies.territory.read(name[cut:])
            if territory is None or cut < 1:
                continue
            for registry in self.bodies.registries:
                for score, head in nearest(name[:cut], registry.heads.values()):
                    body = self.bodies.choose(registry.named(head), territory, score) if score >= NEAR else None
                    if (body and body.record.id not in best) or (body and score > best[body.record.id][0]):
                        best[body.record.id] = (score, body)
        return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].record.id))

    def slip(self, text: str) -> Mention | None:
        """The body that ``text`` misspells, if one is clear; candidates if several are near; None if nothing is."""
        name = key_words(text)
        if not name or len("".join(name)) < 4:
            return None
        ranked = self.ranked(name)
        if not ranked:
            return None
        spoken = words(write_out(text))
        closed = lexicon("closed").starting(spoken) == lexicon("head").starting(spoken) > 0
        score, body = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        clear = score >= (CLEAR if closed or self._same_but_lost(name) else OPEN_CLEAR)
        if clear and score - second >= MARGIN and not body.others:
            reason = f"Văn bản ghi “{text}”; hiểu là “{body.record.name}” (giống {score:.0%})."
            sure = score if closed or score >= OPEN_CLEAR else min(score, WORD_MISSING)
            found = Mention(text, "matched", min(sure, body.score), reason, body.record, body=body)
            return replace(found, rivals=_rivals(ranked))
        if closed or clear:
            near = tuple(b.record for s, b in ranked if s >= NEAR)
            many = unknown(text, "Tên gần giống nhiều cơ quan; cần chọn một cơ quan.", near)
            return replace(many, rivals=_rivals(ranked)) if near else None
        return None

    def _same_but_lost(self, name: tuple[str, ...]) -> bool:
        """True if the best known name differs only by one word lost or doubled, or by slips within words."""
        ranked = self.ranked(name)
        return bool(ranked) and ranked[0][0] >= CLEAR and len(name) >= 4

    def committee_slip(self, text: str) -> Mention | None:
        """A unit's name misspelt after its kind ("xã Ea Kal"): candidates, or the one that is clear."""
        name = words(write_out(text))
        for start in range(len(name)):
            kind = kind_of(name[start:])
            if kind is None or KINDS[kind] == ("province",):
                continue
            bare = name[start + len(kind) :]
            before = name[:start]
            if not bare or (before and not self.bodies.of_words(before)):
                continue
            return self._nearest_unit(text, before, kind, bare)
        return None

    def _nearest_unit(
        self, text: str, before: tuple[str, ...], kind: tuple[str, ...], bare: tuple[str, ...]
    ) -> Mention | None:
        found: list[tuple[float, Body]] = []
        for score, name in nearest(bare, self.bodies.territory.unit_names()):
            if score < NEAR - 0.1:
                continue
            printed = " ".join((*kind, *name))
            body = self.bodies.of_words((*before, *kind, *name)) if before else self.bodies.committee_of(printed)
            if body and all(body.record.id != b.record.id for _, b in found):
                found.append((score, body))
        if not found:
            return replace(self.local(text, NO_SUCH_UNIT), reason="Không có đơn vị hành chính tên này trong danh mục.")
        near = tuple(b.record for _, b in found)
        score, body = found[0]
        second = found[1][0] if len(found) > 1 else 0.0
        if (score >= CLEAR and score - second >= MARGIN) or (score >= FAIR and score - second >= FAR):
            reason = f"Văn bản ghi “{text}”; hiểu là “{body.record.name}” (giống {score:.0%})."
            sure = Mention(text, "matched", min(score, body.score), reason, body.record, body=body)
            return replace(sure, rivals=_rivals(found))
        several = unknown(text, "Không có đơn vị hành chính tên này; cần chọn một trong các đơn vị gần giống.", near)
        return replace(several, rivals=_rivals(found))

    def local(self, text: str, sure: float = LOCAL) -> Mention:
        """A body that only this paper names: its own words, written out, with its place filled in."""
        name = " ".join(write_out(text).split())
        name = self._with_place(name[:1].upper() + name[1:])
        record = Agency(id=f"local:{slug(name)}", name=name, kind=_kind(name), place=self._home())
        reason = "Không có trong danh mục; ghi theo tên trong văn bản."
        if _DOUBTFUL.search(name) or len(name.split()) > _LONG_NAME:
            sure, reason = min(sure, LOCAL_DOUBTFUL), "Tên không có trong danh mục và có thể gồm hơn một cơ quan."
        elif record.kind not in ("board", "committee") and names_deed(text):
            sure, reason = min(sure, LOCAL_DOUBTFUL), "Tên không có trong danh mục và có thể gồm cả việc phải làm."
        elif has_open_meaning(text) or any(_unexplained(token) for token in text.split()):
            sure, reason = min(sure, LOCAL_DOUBTFUL), "Tên có chữ viết tắt chưa rõ nghĩa; cần đối chiếu với văn bản."
        return Mention(text, "matched", sure, reason, record)

    def _with_place(self, name: str) -> str:
        """ "… tỉnh" at the end of a name is the issuer's: "… tỉnh Lâm Đồng"."""
        tail = words(name)
        for size in (2, 1):
            kind = tail[-size:]
            if kind in KINDS and len(tail) > size:
                territory = self.bodies.territory.read(kind)
                if territory and territory.place and territory.sure:
                    return f"{name} {territory.place.name}"
        return name

    def _home(self) -> str | None:
        home = self.bodies.territory.home
        return home.full_name if home else None


def _rivals(ranked: Sequence[tuple[float, Body]]) -> tuple[tuple[str, float], ...]:
    """The first names of a ranking, with how like they are."""
    return tuple((body.record.id, round(score, 3)) for score, body in ranked[:MOST_RIVALS])


_ENTERPRISES = ("công ty", "tổng công ty", "tập đoàn", "doanh nghiệp", "ngân hàng", "nhà máy", "xí nghiệp", "liên danh")


def _unexplained(token: str) -> bool:
    """True for capitals that no table explains ("QSTP") and that are no known brand."""
    token = token.strip('()[],.;:“”"')
    if len(token) < 3 or not token.isalpha() or not token.isupper() or words(token) in lexicon("brand"):
        return False
    return not is_abbreviation(token)


def _kind(name: str) -> AgencyKind:
    low = name.casefold()
    if low.startswith(_ENTERPRISES):
        return "enterprise"
    if low.startswith(("tổ", "hội đồng", "ban chỉ đạo", "ủy ban", "tiểu ban", "nhóm")):
        return "committee"
    if low.startswith(("ban quản lý", "ban")):
        return "board"
    if low.startswith(("phòng", "văn phòng", "chi cục", "cục", "vụ", "thanh tra")):
        return "department"
    return "organisation"
