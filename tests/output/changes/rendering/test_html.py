from __future__ import annotations

import base64
import hashlib
import re

from nghiquyet.output.changes.model import Changeset
from nghiquyet.output.changes.rendering.html import view_to_html
from nghiquyet.output.changes.rendering.view import changes_to_view
from tests.output.changes.rendering.build import (
    ALL,
    CURRENT,
    LOWER,
    NASTY,
    PREVIOUS,
    SPELLED,
    UNSURE,
    changeset,
    hostile,
)
from tests.output.report.test_report_html import Page


def html(changes: Changeset) -> str:
    return view_to_html(changes, changes_to_view(changes, PREVIOUS, CURRENT))


def test_the_page_is_well_formed_fetches_nothing_and_every_link_leads_somewhere() -> None:
    page = Page(html(ALL))
    assert page.open == []
    assert page.fetched == []
    assert set(page.links) <= page.ids
    assert {"substance", "look", "wording-list", "c2"} <= set(page.links)


def test_its_policy_allows_its_own_script_and_nothing_else() -> None:
    text = html(ALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in text
    assert re.search(r"https?:|@import|url\(", text) is None


def test_substance_stands_before_what_needs_a_look_and_wording_is_folded() -> None:
    text = html(ALL)
    places = [text.index(f'<section id="{part}"') for part in ("summary", "substance", "look", "wording")]
    assert places == sorted(places)
    assert re.search(r'<section id="wording"[^>]*>\s*<details>', text)
    assert "<details open" not in text


def test_red_lines_are_marked_for_eyes_and_for_readers() -> None:
    text = html(changeset(LOWER, SPELLED))
    assert re.search(r"<del>43,5\s*</del>", text)
    assert re.search(r"<ins>40\s*</ins>", text)
    assert re.search(r'<del class="mild">', text)


def test_an_unsure_pair_says_so() -> None:
    assert "giống 61 %" in html(changeset(UNSURE))
    assert "giống" not in html(changeset(LOWER))


def test_without_changes_it_says_so_and_has_no_empty_parts() -> None:
    page = Page(html(changeset()))
    assert "Không có thay đổi nào về nội dung." in page.text
    assert page.ids.isdisjoint({"summary", "look", "wording"})
    assert set(page.links) <= page.ids


def test_words_of_the_documents_are_never_markup() -> None:
    changes, document = hostile()
    text = view_to_html(changes, changes_to_view(changes, document, document))
    page = Page(text)
    assert page.fetched == []
    assert NASTY in page.text
    assert text.count("<script") == 1
    assert "<img" not in text
