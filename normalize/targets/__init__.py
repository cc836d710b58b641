"""What a document promises: sections and indicator tables → targets, and findings for numbers that became none."""

from normalize.targets.reading import TargetContext, TargetReading, read_targets, sections_to_targets
from normalize.targets.table_targets import RowReading, TableReading, indicator_table_to_targets

__all__ = [
    "RowReading",
    "TableReading",
    "TargetContext",
    "TargetReading",
    "indicator_table_to_targets",
    "read_targets",
    "sections_to_targets",
]
