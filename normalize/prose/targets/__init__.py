"""What a document promises: sections and indicator tables → targets, and what each number was taken for."""

from nghiquyet.normalize.prose.targets.indicator_tables import (
    IndicatorRow,
    IndicatorTableReading,
    indicator_table_to_targets,
)
from nghiquyet.normalize.prose.targets.prose_to_targets import (
    NumberReading,
    TargetContext,
    TargetReading,
    read_targets,
    sections_to_targets,
)

__all__ = [
    "IndicatorRow",
    "IndicatorTableReading",
    "NumberReading",
    "TargetContext",
    "TargetReading",
    "indicator_table_to_targets",
    "read_targets",
    "sections_to_targets",
]
