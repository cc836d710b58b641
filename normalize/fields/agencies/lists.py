"""Names that share their head: "05 phường (Hồng Bàng, …)", "các Sở: Tài chính, Xây dựng", "UBND các xã A, B và C"."""

from __future__ import annotations

import re

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.bodies import KIND_AMISS, Body, BodyReader
from nghiquyet.normalize.fields.agencies.collectives import read_collective
from nghiquyet.normalize.fields.agencies.mention import Mention, matched_body, unknown
from nghiquyet.normalize.fields.agencies.role_words import lexicon
from nghiquyet.normalize.fields.agencies.territory import kind_of

_PARTS = re.compile(r"\s*(?:[,;/]|\bvà\b|\n|\.(?=\s))\s*")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,4}")
_HEADS = ("sở", "bộ", "phòng", "vụ", "cục", "ban", "hội")  # nouns whose names may follow a colon alone
_REMEMBERED = 5_000  # texts whose reading is kept
_MAX_PARTS = 200
_LONGEST_NAME = 5  # parts that one name can be torn into: "Văn hóa, Thể thao và Du lịch" are three


class ListReader:
    def __init__(self, bodies: BodyReader) -> None:
        self.bodies = bodies
        self._read: dict[str, tuple[Mention, ...]] = {}

    def read(self, text: str) -> tuple[Mention, ...]:
        """One mention for each name of the list, each with the whole text; nothing if ``text`` is no such list."""
        if text not in self._read:
            if len(self._read) > _REMEMBERED:
                self._read.clear()
            self._read[text] = self._listed(text)
        return self._read[text]

    def _listed(self, text: str) -> tuple[Mention, ...]:
        if not re.search(r"[,;/:(.]|\bvà\b", text):
            return ()
        spoken = list(_WORD.finditer(text))
        named = self._after_colon(text)
        if named:
            return named
        many = _quantifier(text)
        if many is None:
            many = self._body_before(text)
        if many is None:
            return ()
        before, start = many
        rest = text[start:]
        kind_size = self._unit_kind(rest)
        if kind_size:
            return self._units(text, before, rest, kind_size)
        if before or not spoken:
            return ()
        return self._departments(text, rest)

    def _after_colon(self, text: str) -> tuple[Mention, ...]:
        """ "các đơn vị: Công an tỉnh, Bộ CHQS tỉnh": those behind the colon, if each of them is known."""
        before, colon, names = text.partition(":")
        collective = read_collective(before) if colon else None
        if collective is None or not collective.known:
            return ()
        parts = re.split(r"(\s*(?:[,;/]|\bvà\b)\s*)", names.strip(" ."))
        noun = next((w for w in _WORD.findall(before) if w.casefold() in _HEADS), "")
        listed = self._runs(text, "", parts[0::2], parts[1::2]) or self._units_by_name(text, parts[0::2])
        return listed or (self._runs(text, noun, parts[0::2], parts[1::2]) if noun else ())

    def _units_by_name(self, text: str, names: list[str]) -> tuple[Mention, ...]:
        """ "các địa phương: Hồng Bàng, Lê Chân": units by their bare names."""
        bodies = [self.bodies.committee_by_name(name) for name in names[:_MAX_PARTS]]
        return tuple(matched_body(text, b) for b in bodies if b is not None) if None not in bodies else ()

    def _body_before(self, text: str) -> tuple[str, int] | None:
        """ "UBND các xã A, B", "UBND 05 phường: …", "UBND phường A, B": the body's words and where the units begin."""
        for match in list(_WORD.finditer(text))[:8]:
            if match.start() == 0:
                continue
            before = text[: match.start()].strip()
            rest = text[match.start() :]
            counted = _quantifier(rest)
            if counted is not None:
                start = match.start() + counted[1]
            elif kind_of(words(rest[:20])):
                start = match.start()
            else:
                continue
            body = self.bodies.exact(before)
            if body and body.entry is not None and body.entry.level not in ("", "central", "province"):
                return before, start
        return None

    @staticmethod
    def _unit_kind(rest: str) -> int:
        """How many letters of ``rest`` are the kind of unit that it lists."""
        kind = kind_of(words(write_out(rest[:40])))
        if kind is None:
            return 0
        for count, match in enumerate(_WORD.finditer(rest), 1):
            if words(write_out(rest[: match.end()])) == kind:
                return match.end()
            if count == 2:
                break
        return 0

    def _units(self, text: str, before: str, rest: str, kind_size: int) -> tuple[Mention, ...]:
        kinds, size = _kinds(rest)
        kind = kinds[0]
        names = rest[max(size, kind_size) :].strip(" :().")
        names = re.sub(r"^(?:gồm|như|sau)\s*:?\s*", "", names)
        mentions: list[Mention] = []
        for part in _PARTS.split(names)[:_MAX_PARTS]:
            if not part:
                continue
            own = kind_of(words(part))
            if own and words(part) != own:
                kind, part = part[: len(part) - len(" ".join(part.split()[len(own) :]))].strip(), part[:]
                name = part
            else:
                name = f"{kind} {part}"
            body = self._committee(before, name)
            for other in kinds[1:] if not own else ():
                body = body or self._committee(before, f"{other} {part}")
            if body is None:
                return ()
            mentions.append(matched_body(text, body))
        return tuple(mentions) if len(mentions) > 1 else ()

    def _committee(self, before: str, unit: str) -> Body | None:
        body = self.bodies.exact(f"{before} {unit}") if before else self.bodies.committee_of(write_out(unit))
        return body if body is not None and body.score > KIND_AMISS else None

    def _departments(self, text: str, rest: str) -> tuple[Mention, ...]:
        """ "Sở: Tài chính, Văn hóa, Thể thao và Du lịch": each longest run of parts that is a name after the head."""
        head = _WORD.match(rest)
        if head is None:
            return ()
        names = rest[head.end() :].strip(" :()")
        parts = list(re.split(r"(\s*(?:[,;/]|\bvà\b)\s*)", names))
        return self._runs(text, head.group(), parts[0::2], parts[1::2])

    def _runs(self, text: str, head: str, parts: list[str], joints: list[str]) -> tuple[Mention, ...]:
        mentions: list[Mention] = []
        place = 0
        while place < len(parts[:_MAX_PARTS]):
            for size in range(min(_LONGEST_NAME, len(parts) - place), 0, -1):
                name = "".join(
                    p + (joints[place + k] if k < size - 1 else "") for k, p in enumerate(parts[place : place + size])
                )
                body = self.bodies.exact(f"{head} {name}".strip()) if name.strip() else None
                if body and body.entry is not None and (not head or not body.entry.titled):
                    mentions.append(matched_body(text, body))
                    place += size
                    break
            else:
                return ()
        return tuple(mentions) if len(mentions) > 1 else ()


def _kinds(rest: str) -> tuple[list[str], int]:
    """The kinds of unit that ``rest`` begins with ("xã, phường: …") and how many letters they take."""
    kinds: list[str] = []
    size = 0
    while match := re.match(
        r"[\s,]*(?:và\s+)?(thị trấn|đặc khu|thị xã|thành phố|tỉnh|xã|phường|huyện|quận)\b", rest[size:], re.I
    ):
        kinds.append(match.group(1))
        size += match.end()
    return kinds or [""], size


def _quantifier(text: str) -> tuple[str, int] | None:
    """Where the words behind "các" or a count begin: ("", place); None if ``text`` begins with neither."""
    spoken = list(_WORD.finditer(text))
    if not spoken:
        return None
    size = lexicon("many").starting(words(text[:40]))
    if not size and _NUMBER.fullmatch(spoken[0].group()):
        size = 1
    if not size or size >= len(spoken):
        return None
    return "", spoken[size].start()


__all__ = ["ListReader", "unknown"]
