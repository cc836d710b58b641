from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.ocr.engine.cut_outs import MARGIN
from nghiquyet.extract.ocr.engine.readings import EngineReading, moved
from nghiquyet.extract.ocr.engine.second_reader import NOTHING, with_second
from nghiquyet.extract.ocr.engine.tesseract import Layout
from nghiquyet.extract.second_reading import SecondReading
from tests.extract.ocr.engine.build import HIGH, TOP, TellingEngine, line
from tests.extract.ocr.engine.pictures import blank

BEYOND = 2  # pixels above and below the words: a tenth of their height


def in_cut_out(readings: list[EngineReading], left: int) -> list[EngineReading]:
    return [moved(r, MARGIN - left, MARGIN - TOP + BEYOND) for r in readings]


def read_twice(first: str, second: str, layout: Layout = Layout.BLOCK) -> list[tuple[str, str]]:
    words = line(first)
    engine = TellingEngine({layout: in_cut_out(line(second, 0.9), words[0].box[0])})
    return [(r.text, r.second.text if r.second else "?") for r in with_second(words, blank(), engine)]


def test_each_word_gets_what_the_second_reader_has_in_its_place() -> None:
    assert read_twice("Sở Y tê", "Sở Y tế") == [("Sở", "Sở"), ("Y", "Y"), ("tê", "tế")]


def test_what_only_the_first_reader_has_is_told() -> None:
    assert read_twice("- Sở Y", "_ Sở Y")[0] == ("-", "")


def test_the_second_reader_s_own_words_are_left_out() -> None:
    assert read_twice("Sở __ tế", "Sở Yy tế") == [("Sở", "Sở"), ("tế", "tế")]


def test_a_symbol_that_the_first_reader_parted_is_one_word() -> None:
    assert read_twice("378/QĐ- UBND", "378/QĐ-UBND") == [("378/QĐ-UBND", "378/QĐ-UBND")]
    assert read_twice("12/2030", "12/ 2030") == [("12/2030", "12/2030")]


def test_words_that_the_second_reader_ran_together_stay_apart() -> None:
    assert read_twice("Sở Y", "SởY") == [("Sở", "Sở"), ("Y", "Y")]
    assert read_twice("vụY", "vụ Y") == [("vụY", "vụ Y")]


def test_a_dash_that_the_second_reader_ran_into_a_date_is_seen_by_both() -> None:
    assert read_twice("– 05/3/2018", "~05/3/2018") == [("–", "–"), ("05/3/2018", "05/3/2018")]
    assert read_twice("<3", "< 3") == [("<3", "<3")]


def test_a_line_in_which_nothing_is_found_is_looked_at_another_way() -> None:
    assert read_twice("Sở Y", "Sở Y", Layout.BARE_LINE) == [("Sở", "Sở"), ("Y", "Y")]
    engine = TellingEngine({})
    assert [r.second for r in with_second(line("Sở Y"), blank(), engine)] == [NOTHING, NOTHING]
    assert engine.asked == [Layout.BLOCK, Layout.BARE_LINE]


def test_words_of_the_lines_above_and_below_are_not_this_line_s() -> None:
    words = line("Sở Y")
    below = [replace(r, box=(r.box[0], TOP + HIGH, r.box[2], TOP + HIGH + 5)) for r in line("Ab C")]
    engine = TellingEngine({Layout.BLOCK: in_cut_out([*line("Sở Y", 0.8), *below], words[0].box[0])})
    assert [r.second for r in with_second(words, blank(), engine)] == [
        SecondReading("Sở", 0.8),
        SecondReading("Y", 0.8),
    ]


def test_texts_with_much_white_between_are_read_by_themselves() -> None:
    engine = TellingEngine({})
    with_second(line("Sở ______ Y"), blank(), engine)
    assert engine.asked == [Layout.BLOCK, Layout.BARE_LINE] * 2
