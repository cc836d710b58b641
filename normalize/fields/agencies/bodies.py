"""Names that the registry knows, read exactly: body and place from the words of a mention."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.naming import agency_record, body_id, canonical_name, suits
from nghiquyet.normalize.fields.agencies.registry import Entry, Registry, key_words
from nghiquyet.normalize.fields.agencies.territory import NamedTerritory, TerritoryReader
from nghiquyet.normalize.fields.places import Place
from nghiquyet.normalize.model import Agency

# how sure a reading is, 0 to 1; the caller flags what is below CERTAIN
EXACT = 1.0
NOT_OF_ITS_DAY = 0.95  # the right body under its own name, though it stands no more or not yet
MARKS_GUESSED = 0.9  # the letters agree, the marks on them don't
KIND_AMISS = 0.7  # "UBND tỉnh" in a city's document
GENERIC = 0.9  # "Công an xã" in a province's document: any commune's
NO_PLACE = 0.75  # a kind of unit is printed, but which one can't be told
_LONGEST_NAME = 40  # words of a name with its place
_REMEMBERED = 20_000  # texts whose reading is kept
_OWN = ("sở", "bộ", "cục", "ban", "viện")  # heads by which an office calls itself
_LONGEST_PLACE = 9  # words of a place behind a name: "xã Ea Kar huyện Ea Kar tỉnh Đắk Lắk" are nine


@dataclass(frozen=True, slots=True)
class Body:
    """One body that the words name. ``others`` are further bodies that they may name just as well."""

    record: Agency
    score: float
    reason: str
    others: tuple[Agency, ...] = ()
    place_printed: bool = False
    entry: Entry | None = None


class BodyReader:
    """Resolves a name without scope to a body of the registry, by the issuer's place and day."""

    def __init__(self, registries: tuple[Registry, ...], territory: TerritoryReader) -> None:
        self.registries = registries
        self.territory = territory
        self._known: dict[tuple[str, bool], Body | None] = {}

    def exact(self, text: str) -> Body | None:
        """The body whose name or alias ``text`` is, with or without its place; None if there is none."""
        return self._remembered(text, bare=False)

    def whole(self, text: str) -> Body | None:
        """The one body that ``text`` names, if its name is more than a word's accident."""
        if len(key := words(text)) == 1 and not text.isupper():
            return None
        body = self.exact(text) if key else None
        return body if body and not body.others else None

    def _remembered(self, text: str, *, bare: bool) -> Body | None:
        """The body, or for a ``bare`` unit its committee; each text is looked up once."""
        key = (text, bare)
        if key not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[key] = self._committee_of(text) if bare else self._exact(text)
        return self._known[key]

    def _exact(self, text: str) -> Body | None:
        name = key_words(text)
        if len(name) > _LONGEST_NAME:
            return None
        if len(name) == 1 and self.territory.issuer:
            name = self._issuer(name[0]) or name
        return self.of_words(name) or self.without_marks(name)

    def _issuer(self, word: str) -> tuple[str, ...]:
        """ "Sở" alone, in a paper of Sở Y tế, is Sở Y tế."""
        issuer = key_words(self.territory.issuer or "")
        return issuer if issuer[:1] == (word,) and word in _OWN else ()

    def of_words(self, name: tuple[str, ...]) -> Body | None:
        for cut in range(len(name), max(0, len(name) - _LONGEST_PLACE - 1), -1):
            for registry in self.registries:
                entries = registry.named(name[:cut])
                territory = self.territory.read(name[cut:]) if entries else None
                body = self.choose(_of_rank(entries, name[:cut], territory), territory, EXACT) if territory else None
                if body:
                    return body
        return None

    def without_marks(self, name: tuple[str, ...]) -> Body | None:
        """As ``of_words``, for text whose tone marks are lost or wrong. Names of one short word prove nothing."""
        if len(name) < 2:
            return None
        for cut in range(len(name), max(1, len(name) - _LONGEST_PLACE), -1):
            for registry in self.registries:
                entries = registry.named_without_marks(name[:cut])
                territory = self.territory.read(self.territory.marked(name[cut:])) if entries else None
                body = self.choose(entries, territory, MARKS_GUESSED) if territory else None
                if body:
                    return body
        return None

    def choose(self, entries: tuple[Entry, ...], territory: NamedTerritory, sure: float) -> Body | None:
        """The entry that fits the place and the day best; namesakes that fit as well become ``others``."""
        ranked: list[tuple[tuple[int, int], Entry, Place | None]] = []
        for entry in entries:
            fits, place = self._place(entry, territory)
            if fits:
                ranked.append(((self._distance(entry, place, territory), not self._stands(entry, place)), entry, place))
        if not ranked:
            return None
        ranked.sort(key=lambda r: (r[0][1], r[0][0]))
        best = ranked[0]
        equal = [r for r in ranked[1:] if r[0] == best[0] and r[1].id != best[1].id]
        return self._body(best[1], best[2], territory, sure, tuple(agency_record(e, p) for _, e, p in equal))

    def _place(self, entry: Entry, territory: NamedTerritory) -> tuple[bool, Place | None]:
        if territory.number and "{n}" not in entry.name:
            return False, None
        if entry.level in ("", "central"):
            return not territory.printed, None
        if territory.printed:
            if territory.place is None:
                return True, None
            return suits(entry, territory.place), territory.place
        for place in (self.territory.home, self.territory.province):
            if place is not None and suits(entry, place):
                return True, place
        if self.territory.level == "province" and entry.titled and entry.level in ("commune", "local", "district"):
            return False, None
        return True, None

    def _distance(self, entry: Entry, place: Place | None, territory: NamedTerritory) -> int:
        """0 for a body of the issuer's own unit, more the farther it is."""
        if self.territory.level == "central":
            return 0 if entry.level in ("", "central") else 1
        if territory.printed or (place is not None and place == self.territory.home):
            return 0
        if place is not None:
            return 1
        return 2 if entry.level in ("", "central") else 3

    def _stands(self, entry: Entry, place: Place | None) -> bool:
        day = self.territory.day
        return entry.stands_on(day) and (place is None or place.stands_on(day))

    def _body(
        self, entry: Entry, place: Place | None, territory: NamedTerritory, sure: float, others: tuple[Agency, ...]
    ) -> Body:
        kind = territory.kind if place is None else ""
        record = agency_record(entry, place, kind)
        if territory.number:
            record = _numbered(record, territory)
        if "{a}" in entry.name and place is not None and territory.printed:
            printed = place.titled if territory.kind else place.called or place.name
            record = record.model_copy(update={"name": entry.name.replace("{a}", printed)})
        if place is not None and self._elsewhere(place) and not entry.titled:
            name = canonical_name(entry, place)
            record = record.model_copy(update={"name": f"{name} {place.titled}"})
        score, reason = sure, "Tên có trong danh mục cơ quan."
        if sure < EXACT:
            reason = f"Dấu tiếng Việt trong văn bản khác tên chuẩn “{record.name}”."
        if not self._stands(entry, place):
            score, reason = min(score, NOT_OF_ITS_DAY), self._reason_of_day(record)
        if territory.others:
            others = (*others, *(agency_record(entry, p) for p in territory.others[1:]))
        elif place is None and territory.below:
            score, reason = GENERIC, f"Chỉ chung các {territory.kind}, không nêu tên từng đơn vị."
        elif place is None and territory.printed:
            score, reason = NO_PLACE, f"Chưa rõ “{territory.kind}” nào; cần đối chiếu với văn bản."
        elif not territory.sure:
            score, reason = KIND_AMISS, f"Văn bản ghi “{territory.kind}” nhưng nơi ban hành là {self._home_name()}."
        return Body(record, score, reason, others, territory.printed, entry)

    def _elsewhere(self, place: Place) -> bool:
        """True for a place outside of the document's province: its name must be said."""
        province = self.territory.province
        return province is None or place.province != province.id

    def _home_name(self) -> str:
        return self.territory.home.titled if self.territory.home else "cơ quan trung ương"

    @staticmethod
    def _reason_of_day(record: Agency) -> str:
        if record.valid_to is not None:
            return f"Cơ quan này đã kết thúc hoạt động sau ngày {record.valid_to:%d/%m/%Y}; ghi theo tên trong văn bản."
        return f"Cơ quan này hoạt động từ ngày {record.valid_from:%d/%m/%Y}; ghi theo tên trong văn bản."

    def committee_of(self, text: str) -> Body | None:
        """A bare unit in a role cell ("đặc khu Bạch Long Vĩ") is its people's committee."""
        return self._remembered(text, bare=True)

    def _committee_of(self, text: str) -> Body | None:
        name = words(write_out(text))
        territory = self.territory.read(name) if len(name) <= _LONGEST_PLACE + 1 else None
        if territory is None or not territory.named or not territory.kind or territory.place is None:
            return None
        entries = tuple(e for r in self.registries for e in (r.entries.get("ubnd"),) if e is not None)
        return self.choose(entries[:1], territory, EXACT)

    def committee_by_name(self, name: str) -> Body | None:
        """The people's committee of the one district or commune of the document's province with that bare name."""
        units = self.territory.units_named(words(name))
        standing = [p for p in units if p.stands_on(self.territory.day)] or list(units)
        return self.committee_of(f"{standing[0].kind} {name}") if len(standing) == 1 else None

    def committees(self, name: str, kinds: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        """The ids of the committees of all units of ``kinds``, if a collective of that ``name`` means them."""
        entry = next((e for r in self.registries for e in (r.entries.get("ubnd"),) if e), None)
        if entry is None or not name.startswith(entry.name.partition(" {")[0]):
            return ()
        return tuple(self.id_of(entry, place) for kind in kinds for place in self.territory.standing(kind))

    def id_of(self, entry: Entry, place: Place | None) -> str:
        return body_id(entry, place)


def _numbered(record: Agency, territory: NamedTerritory) -> Agency:
    """ "Kho bạc Nhà nước khu vực" with its number, and the place that is printed after it."""
    place = territory.place if territory.printed else None
    where = f" {place.titled if territory.kind else place.name}" if place is not None else ""
    return record.model_copy(
        update={"id": f"{record.id}-{territory.number.casefold()}", "name": f"{record.name} {territory.number}{where}"}
    )


_CITY_COMMITTEE = ("thành", "ủy")


def _of_rank(entries: tuple[Entry, ...], head: tuple[str, ...], territory: NamedTerritory | None) -> tuple[Entry, ...]:
    """Without the entries that "Thành ủy" can't mean: a province has a Tỉnh ủy, its cities have a Thành ủy each."""
    if _CITY_COMMITTEE not in itertools.pairwise(head):
        return entries
    if territory is not None and territory.place is not None and territory.place.kind == "Thành phố":
        return entries
    return tuple(e for e in entries if "{u}" not in e.name)
