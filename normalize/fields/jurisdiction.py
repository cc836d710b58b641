"""Whose words these are: what a reader must know to tell which "Sở Xây dựng" or "UBND tỉnh" is meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Level = Literal["central", "province", "district", "commune"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The issuer's place and time.

    ``province`` is the bare name ("Hải Phòng", "Lâm Đồng"), None for a central body; ``unit`` the district's or
    commune's full name where the issuer is one ("Thị xã Bỉm Sơn", "Phường Hồng Bàng"). ``level`` is the issuer's own
    level (a provincial department is "province"). ``as_of`` is the day whose names hold: the document's date, else the
    best guess that its number, title or period allow, else None.
    """

    level: Level = "province"
    province: str | None = None
    unit: str | None = None
    issuer: str | None = None
    as_of: dt.date | None = None
