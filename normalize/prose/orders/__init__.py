"""Orders in the prose: who is to do what, until when."""

from nghiquyet.normalize.prose.orders.clauses_to_orders import Orders, prose_to_orders

__all__ = ["Orders", "prose_to_orders"]
