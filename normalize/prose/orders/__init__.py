"""Orders in the prose: who is to do what, until when."""

from nghiquyet.normalize.prose.orders.clauses_to_orders import prose_to_orders

__all__ = ["prose_to_orders"]
