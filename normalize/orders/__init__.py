"""Orders in the prose: who is to do what, until when."""

from normalize.orders.reading import prose_to_orders

__all__ = ["prose_to_orders"]
