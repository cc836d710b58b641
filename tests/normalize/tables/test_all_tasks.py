"""Tasks of tables and orders of prose become one list: in reading order, each id once."""

from nghiquyet.normalize.model import Box, Task
from nghiquyet.normalize.tables.all_tasks import in_reading_order, with_own_ids


def task(id_: str, page: int = 1, top: float = 100.0, origin: str = "appendix") -> Task:
    where = {"title": (Box(page=page, bbox=(50.0, top, 100.0, top + 10)),)}
    return Task(id=id_, origin=origin, title="Rà soát", where=where)  # type: ignore[arg-type]


def order(id_: str, page: int = 1, top: float = 100.0) -> Task:
    return task(id_, page, top, "body")


def test_orders_before_and_after_the_table_keep_their_place() -> None:
    tasks = in_reading_order(
        [task("I.1", page=2), task("I.2", page=3)], [order("II/1", page=1), order("III/1", page=4)]
    )
    assert [t.id for t in tasks] == ["II/1", "I.1", "I.2", "III/1"]


def test_an_orders_id_that_a_row_has_gets_a_suffix() -> None:
    rows = [task("VII.2/1", page=2)]
    tasks = in_reading_order(rows, with_own_ids([order("VII.2/1", page=1)], rows))
    assert [t.id for t in tasks] == ["VII.2/1-2", "VII.2/1"]
    assert [t.origin for t in tasks] == ["body", "appendix"]


def test_orders_alone_stay_as_they_are() -> None:
    orders = [order("II/1"), order("II/2")]
    assert list(in_reading_order([], orders)) == orders
