"""What people and programs read: a ``Resolution`` becomes a folder of files."""

from output.doubts import places_to_review
from output.folder import FolderTaken, write_resolution
from output.libraries import load_libraries
from output.schema import json_schema

__all__ = ["FolderTaken", "json_schema", "load_libraries", "places_to_review", "write_resolution"]
