"""YAML of unknown make → plain values, and plain values → YAML on one line.

Only the node tree is built, no object of any kind. It is stricter than YAML: tags, keys given twice and anchors on
anything but text are refused, so that no file can grow in memory or mean something that nobody sees in it.
"""

from __future__ import annotations

import unicodedata

import yaml

from nghiquyet.normalize.corrections.model import Plain

# An entry has about 300 bytes; PyYAML needs seconds for a megabyte.
MAX_BYTES = 1_000_000
# Lists and mappings inside each other; an entry of the stub needs five levels.
MAX_DEPTH = 20
_NULL = ("null", "Null", "NULL", "~")
_TRUTH = {"true": True, "True": True, "false": False, "False": False}
_KNOWN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}


class UnusableYaml(ValueError):
    """Not YAML, or not of the plain kind; ``line`` is where, from 1, None where that cannot be told."""

    def __init__(self, line: int | None) -> None:
        super().__init__(line)
        self.line = line


class Nothing(str):
    """The value of ``key:`` with nothing behind it; not the same as ``null`` written out."""


NOTHING = Nothing()


def yaml_to_plain(content: bytes) -> Plain:
    """The values that the file holds: text (NFC, spaces folded), true/false, None, lists, mappings; NOTHING where a
    key has no value at all. Raises UnusableYaml."""
    if len(content) > MAX_BYTES:
        raise UnusableYaml(None)
    try:
        root = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise UnusableYaml(error.problem_mark.line + 1 if error.problem_mark else None) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise UnusableYaml(None) from error
    return _plain(root, set(), MAX_DEPTH) if root is not None else NOTHING


def _plain(node: yaml.Node, seen: set[int], depth: int) -> Plain:
    line = node.start_mark.line + 1
    if node.tag not in _KNOWN_TAGS or depth == 0:
        raise UnusableYaml(line)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, line)
    if id(node) in seen:  # an alias: repeated inside each other they grow without end
        raise UnusableYaml(line)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, seen, depth - 1) for item in node.value]
    made: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = _scalar(key_node, line) if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str) or key in made:
            raise UnusableYaml(key_node.start_mark.line + 1)
        made[key] = _plain(value_node, seen, depth - 1)
    return made


def _scalar(node: yaml.ScalarNode, line: int) -> Plain:
    if node.style is None:
        if not node.value:
            return NOTHING
        if node.value in _NULL:
            return None
        if node.value in _TRUTH:
            return _TRUTH[node.value]
    text = unicodedata.normalize("NFC", " ".join(node.value.split()))
    if not printable(text):
        raise UnusableYaml(line)
    return text


def printable(text: str) -> bool:
    """No control character, half of a pair or place without a character in it."""
    return not any(unicodedata.category(letter) in ("Cc", "Cs", "Cn") for letter in text)


def folded(text: str) -> str:
    """Text as it is compared and as it can be read back: NFC, spaces folded, without what is not printable."""
    kept = "".join(letter for letter in text if letter.isspace() or printable(letter))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def plain_to_yaml(value: object) -> str:
    """``value`` (of JSON's types) on one line, as ``yaml_to_plain`` reads it back; its texts folded."""
    text = yaml.safe_dump(
        _folded_inside(value), default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False
    )
    return text.removesuffix("\n").removesuffix("\n...").strip()


def _folded_inside(value: object) -> object:
    match value:
        case str():
            return folded(value)
        case list():
            return [_folded_inside(item) for item in value]
        case dict():
            return {folded(str(key)): _folded_inside(item) for key, item in value.items()}
        case _:
            return value
