from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from nghiquyet.extract.language.packaged_yaml import packaged_yaml

ROOT = Path(__file__).parents[3]
DATA = sorted(path for room in ("extract", "normalize", "output") for path in ROOT.joinpath(room).rglob("*.yaml"))


@pytest.mark.parametrize("path", DATA, ids=lambda p: p.stem)
def test_our_own_data_say_the_same_to_the_plain_loader(path: Path) -> None:
    assert packaged_yaml(path) == yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_tag_that_would_make_an_object_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: !!python/object/apply:os.getcwd []", encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        packaged_yaml(path)
