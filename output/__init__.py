"""What people and programs read: a ``Resolution`` becomes a folder of files."""

from nghiquyet.output.files.folder import FolderTaken, write_resolution
from nghiquyet.output.files.preload import load_libraries
from nghiquyet.output.files.review_list import places_to_review
from nghiquyet.output.files.schema import json_schema

__all__ = ["FolderTaken", "json_schema", "load_libraries", "places_to_review", "write_resolution"]
