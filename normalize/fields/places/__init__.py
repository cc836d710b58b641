"""Provinces, districts and communes of Viet Nam, now and before 1 July 2025, found by the name printed."""

from nghiquyet.normalize.fields.places.gazetteer import (
    LAST_DAY,
    REFORM,
    Place,
    current_units,
    former_units,
    province_named,
    province_of,
    provinces,
)

__all__ = ["LAST_DAY", "REFORM", "Place", "current_units", "former_units", "province_named", "province_of", "provinces"]
