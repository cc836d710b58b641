"""YAML files that come with the package → what they say."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml

# The loader of libyaml, where PyYAML was built with it, reads ten times as fast as the one in Python.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def packaged_yaml(file: Traversable) -> Any:
    """The data of one of the project's own YAML files, as plain lists, mappings and strings."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
