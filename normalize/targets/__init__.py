"""What a document promises: sections and indicator tables → targets, and findings for numbers that became none."""

from normalize.targets.reading import TargetContext, TargetReading, read_targets, sections_to_targets

__all__ = ["TargetContext", "TargetReading", "read_targets", "sections_to_targets"]
