from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.tables.lattice.grid_to_fragment import grid_to_fragment
from nghiquyet.extract.tables.lattice.rulings_to_grids import Grid, GridCell, rulings_to_grids
from tests.extract.builders import across, down, word, words


def grid() -> Grid:
    """Two rows of three columns, the first cell merged over both rows, 50 to 350 by 60 to 160."""
    sides = [across(60, 50, 350), across(110, 150, 350), across(160, 50, 350)]
    (found,) = rulings_to_grids([*sides, *(down(x, 60, 160) for x in (50, 150, 250, 350))])
    return found


def test_words_go_to_the_cell_that_their_middle_stands_in() -> None:
    made, left = grid_to_fragment(grid(), [*words("I", 60, 120), *words("trên", 155, 70), *words("dưới", 155, 130)], 4)
    assert {(c.row, c.column): c.text for c in made.cells if c.lines} == {(0, 0): "I", (0, 1): "trên", (1, 1): "dưới"}
    assert made.page == 4
    assert left == ()


def test_words_outside_are_left_over() -> None:
    outside = [word("trước", 60, 20), word("sau", 60, 300), word("bên", 400, 100)]
    made, left = grid_to_fragment(grid(), [*outside, word("trong", 60, 100)], 1)
    assert list(left) == outside
    assert [c.text for c in made.cells if c.lines] == ["trong"]


def test_a_word_that_reaches_over_a_border_stays_where_most_of_it_is() -> None:
    made, _ = grid_to_fragment(grid(), [word("2026-2030", 145, 70)], 1)
    assert [(c.column, c.text) for c in made.cells if c.lines] == [(1, "2026-2030")]


def test_a_word_over_a_border_goes_with_the_words_before_it() -> None:
    """Of a text too long for its cell the last word may stand mostly in the next one."""
    text = words("Sở Nội vụ", x=60, top=105)
    border = text[-1].bbox[0] + 2
    made = rulings_to_grids(
        [*(across(y, 50, 300) for y in (100, 130)), *(down(x, 100, 130) for x in (50, border, 300))]
    )
    fragment, left = grid_to_fragment(made[0], [*text, word("2027", x=200, top=105)], 1)
    assert [cell.text for cell in fragment.cells] == ["Sở Nội vụ", "2027"]
    assert left == ()
    alone, _ = grid_to_fragment(made[0], [text[-1]], 1)
    assert [cell.text for cell in alone.cells] == ["", "vụ"]


def test_a_sign_or_a_text_on_its_side_is_its_cells_where_no_word_stands() -> None:
    made = rulings_to_grids([*(across(y, 50, 300) for y in (100, 130)), *(down(x, 100, 130) for x in (50, 150, 300))])
    insets = [word("✓", x=60, top=105), word("✓", x=160, top=105), word("✓", x=400, top=105)]
    fragment, left = grid_to_fragment(made[0], words("Sở", x=70, top=105), 1, insets)
    assert [cell.text for cell in fragment.cells] == ["Sở", "✓"]
    assert left == ()


def test_a_boundary_at_which_no_cell_begins_parts_no_rows() -> None:
    cells = (
        GridCell(0, 0, 2, 1, (50, 60, 150, 110)),
        GridCell(0, 1, 2, 1, (150, 60, 250, 110)),
        GridCell(2, 0, 1, 1, (50, 110, 150, 160)),
        GridCell(2, 1, 1, 1, (150, 110, 250, 160)),
    )
    idle = Grid((50, 150, 250), (60, 90, 110, 160), cells)
    made, _ = grid_to_fragment(idle, [*words("trên", 155, 62), *words("dưới", 155, 130)], 1)
    assert made.rows == (60, 110, 160)
    assert [(c.row, c.row_span) for c in made.cells] == [(0, 1), (0, 1), (1, 1), (1, 1)]
    assert [(c.row, c.text) for c in made.cells if c.lines] == [(0, "trên"), (1, "dưới")]


def test_a_boundary_at_which_one_cell_begins_stays() -> None:
    made, _ = grid_to_fragment(grid(), [], 1)
    assert len(made.rows) == 3
    assert made.cells[0].row_span == 2


def test_a_text_on_a_picture_that_a_stray_stroke_parts_is_one_cell() -> None:
    cells = (
        GridCell(0, 0, 2, 1, (50, 60, 150, 160)),
        GridCell(0, 1, 2, 1, (150, 60, 250, 160)),
        GridCell(0, 2, 1, 1, (250, 60, 350, 110)),
        GridCell(1, 2, 1, 1, (250, 110, 350, 160)),
    )
    parted = Grid((50, 150, 250, 350), (60, 110, 160), cells)

    def texts(lower: str, drawn: bool) -> list[str]:
        placed = [*words("Cảng được khởi", 255, 70), *words(lower, 255, 120), *words("1", 60, 70)]
        made, _ = grid_to_fragment(parted, placed, 1, drawn=drawn)
        return [c.text for c in made.cells if c.lines]

    assert texts("công", drawn=False) == ["1", "Cảng được khởi công"]
    assert texts("Báo cáo", drawn=False) == ["1", "Cảng được khởi", "Báo cáo"]
    assert texts("công", drawn=True) == ["1", "Cảng được khởi", "công"]


@given(
    st.lists(
        st.builds(word, st.text("abcđ", min_size=1, max_size=5), st.floats(0, 400), st.floats(0, 200)), max_size=30
    )
)
def test_no_word_is_lost_or_doubled(placed: list) -> None:
    made, left = grid_to_fragment(grid(), placed, 1)
    inside = [w for c in made.cells for line in c.lines for w in line.words]
    assert sorted((w.text, w.bbox) for w in [*inside, *left]) == sorted((w.text, w.bbox) for w in placed)
