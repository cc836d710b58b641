"""Fits the weights of a word's probability on scans of our own making: ``python -m tests.scanner.fit_words PDF…``.

Each printed PDF is laid under two looks; its recognised words are paired with the printed ones. Printed are the weights
(for ``probability.yaml``), how often words of each probability are right, and the share of wrong words that stays
silent where a share of the words is flagged; each document is judged by weights that were fitted on the others. Give
documents that measure nothing else.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nghiquyet.extract.model import Document, Word
from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.correct_sheets import judge_words, language_of, look_over
from nghiquyet.extract.ocr.correct.word_probability import WordEvidence, page_doubt
from nghiquyet.extract.ocr.recognise_pages import recognise_pages
from nghiquyet.extract.page.sheets import Sheet
from nghiquyet.extract.read_file import read_file
from tests.scanner.looks import LOOKS
from tests.scanner.pairing import pair_words, same, words_of
from tests.scanner.simulator import scan_pdf

# Keeps weights of what was hardly seen small.
RIDGE = 0.5
ROUNDS = 40
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)
FLAGGED = (0.01, 0.02, 0.03, 0.05, 0.08)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A recognised word of a scan: what speaks for it, whether two looked at it, whether it is printed so."""

    document: str
    evidence: WordEvidence
    two_readers: bool
    right: bool


def scans_of(path: Path) -> Iterator[tuple[str, Document, list[Sheet]]]:
    """(document, as printed, as recognised) of a printed PDF under two looks."""
    printed = read_file(path)
    names = sorted(LOOKS)
    for turn in (0, 1):
        seed = zlib.crc32(f"{path.name}{turn}".encode())
        scan = scan_pdf(path.read_bytes(), LOOKS[names[seed % len(names)]], seed)
        sheets = sorted(recognise_pages(scan, [page.number for page in printed.pages]), key=lambda s: s.number)
        yield path.name, printed, sheets


def seen_words(name: str, printed: Document, sheets: Sequence[Sheet], common: Language) -> Iterator[Seen]:
    """The judged words of one scan."""
    looks = [look_over(sheet, common) for sheet in sheets]
    known, _ = language_of(looks, common)
    for page, look in zip(printed.pages, looks, strict=True):
        doubt = page_doubt([word for block in look.blocks for word in block])
        judged = [j for block in look.blocks for j in judge_words(block, known, doubt) if j.evidence is not None]
        pairing = pair_words(words_of(page), [j.word for j in judged])
        right = {id(got) for printed_word, got in pairing.pairs if same(printed_word, got)}
        for one in judged:
            if one.evidence is not None:
                yield Seen(name, one.evidence, one.word.second is not None, id(one.word) in right)


def with_one_reader(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets as where the second model is not installed."""

    def alone(words: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(replace(word, second=None) for word in words)

    return [replace(sheet, blocks=tuple(alone(block) for block in sheet.blocks)) for sheet in sheets]


def fitted(seen: Sequence[Seen]) -> Numbers:
    """The weights of a logistic regression (iterated least squares, a ridge on all)."""
    x = np.array([astuple(s.evidence) for s in seen])
    y = np.array([float(s.right) for s in seen])
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def judged_by_others(seen: Sequence[Seen]) -> Numbers:
    """The probability of each word by weights fitted on the other documents."""
    found = np.zeros(len(seen))
    for name in {s.document for s in seen}:
        weights = fitted([s for s in seen if s.document != name])
        for i, s in enumerate(seen):
            if s.document == name:
                found[i] = 1 / (1 + np.exp(-np.dot(weights, astuple(s.evidence))))
    return found


def reliability(p: Numbers, right: NDArray[np.bool_]) -> Iterator[str]:
    """A line a bin of probability: the words in it, the mean of what was said, the share that is right."""
    for low, high in pairwise(BINS):
        here = (p >= low) & (p < high)
        if here.any():
            said, true = p[here].mean(), right[here].mean()
            yield f"{low:6.3f} to {high:5.3f}{int(here.sum()):>8}   said {said:7.2%}  right {true:7.2%}"


def risk_coverage(p: Numbers, right: NDArray[np.bool_]) -> Iterator[str]:
    """A line a share of flagged words: the threshold, and the wrong words among all that are not flagged."""
    order = np.argsort(p)
    for share in FLAGGED:
        left = order[int(share * len(p)) :]
        yield f"flagged {share:4.0%}  below {p[left[0]]:.3f}  silent {(~right[left]).sum() / len(p):.2%}"


def report(title: str, seen: Sequence[Seen], show: Callable[[str], None] = print) -> None:
    right = np.array([s.right for s in seen])
    p = judged_by_others(seen)
    show(f"# {title}: {len(seen)} words, {1 - right.mean():.2%} wrong")
    for line in (*reliability(p, right), *risk_coverage(p, right)):
        show(f"#   {line}")
    named = zip((f.name for f in fields(WordEvidence)), fitted(seen), strict=True)
    show(f"{title}: {{{', '.join(f'{name}: {weight:.2f}' for name, weight in named)}}}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    common = language()
    two: list[Seen] = []
    one: list[Seen] = []
    for path in parser.parse_args().files:
        for name, printed, sheets in scans_of(path):
            two += [s for s in seen_words(name, printed, sheets, common) if s.two_readers]
            one += seen_words(name, printed, with_one_reader(sheets), common)
    report("two", two)
    report("one", one)


if __name__ == "__main__":
    main()
