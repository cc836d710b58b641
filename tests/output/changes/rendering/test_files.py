"""The page in a browser: what is folded, and that every link leads to something that can be seen."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from nghiquyet.output.changes.rendering import changes_to_files
from tests.output.changes.rendering.build import ALL, CURRENT, PREVIOUS, hostile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no browser")
# Follows every link of the page as a person would and notes whether its place can be seen then; the notes are all that
# stays of the page.
PROBE = """<script>
addEventListener("load", async function () {
  var pause = () => new Promise((go) => setTimeout(go, 20));
  var folded = document.querySelector("#wording details"), seen = {};
  for (var link of [...document.querySelectorAll("a[href^='#']")]) {
    folded.open = false;
    link.click();
    await pause();
    seen[link.hash] = document.getElementById(link.hash.slice(1)).checkVisibility({ contentVisibilityAuto: true });
  }
  document.body.replaceChildren(JSON.stringify({ seen, wide: document.documentElement.scrollWidth > innerWidth }));
});
</script>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "changes.html"
    path.write_bytes(changes_to_files(ALL, PREVIOUS, CURRENT)["changes.html"])
    return path


def rendered(page: Path, fragment: str = "") -> str:
    """The page as the browser has it after its scripts."""
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"]
    command += [f"--user-data-dir={page.parent / 'profile'}", "--dump-dom", f"{page.as_uri()}{fragment}"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_the_same_changes_give_the_same_three_files() -> None:
    files = changes_to_files(ALL, PREVIOUS, CURRENT)
    assert list(files) == ["changes.json", "changes.html", "changes.md"]
    assert changes_to_files(ALL, PREVIOUS, CURRENT) == files
    assert all(content.decode().endswith("\n") for content in files.values())


def folded(dom: str) -> bool:
    (details,) = re.findall(r'<section id="wording"[^>]*>\s*<details([^>]*)>', dom)
    return "open" not in details


@pytest.mark.slow
@needs_browser
@pytest.mark.parametrize(("fragment", "closed"), [("", True), ("#c2", True), ("#wording-list", False), ("#c10", False)])
def test_wording_is_folded_until_a_link_leads_into_it(page: Path, fragment: str, closed: bool) -> None:
    assert folded(rendered(page, fragment)) is closed


@pytest.mark.slow
@needs_browser
def test_whatever_link_is_followed_its_change_can_be_seen(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"<meta http-equiv=[^>]*>", "", text)  # the page's policy would stop the probe
    page.write_text(text.replace("</main>", f"</main>{PROBE}"), encoding="utf-8")
    (told,) = re.findall(r"<body>(.*)</body>", rendered(page), re.DOTALL)
    found = json.loads(told)
    assert {"#substance", "#look", "#wording-list", *(f"#c{n}" for n in range(1, 11))} == set(found["seen"])
    assert all(found["seen"].values())
    assert not found["wide"]


@pytest.mark.slow
@needs_browser
def test_hostile_words_run_nothing_in_a_browser(page: Path) -> None:
    changes, document = hostile()
    content = changes_to_files(changes, document, document)["changes.html"].decode()
    # without the policy too: what is escaped needs no policy to be harmless
    page.write_text(re.sub(r"<meta http-equiv=[^>]*>", "", content), encoding="utf-8")
    dom = rendered(page)
    assert "<img" not in dom
    assert dom.count("<script") == 1
