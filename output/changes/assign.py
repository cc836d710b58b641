"""Weighted candidates → the best global assignment. The one door to the optimal assignment in this room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

Edge = tuple[int, int]


def best_assignment(weights: Mapping[Edge, float]) -> list[Edge]:
    """The pairs whose weights add up to the most, every row and every column in one pair at most; in order.

    Rows and columns that no candidate joins are solved apart, so that thousands of records stay a matter of seconds.
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    pairs: list[Edge] = []
    for edges in _components(weights):
        if len(edges) == 1:
            pairs += edges
            continue
        rows, columns = (sorted({edge[side] for edge in edges}) for side in (0, 1))
        row_at, column_at = ({name: at for at, name in enumerate(names)} for names in (rows, columns))
        matrix = np.zeros((len(rows), len(columns)))
        for i, j in edges:
            matrix[row_at[i], column_at[j]] = weights[i, j]
        chosen = zip(*linear_sum_assignment(matrix, maximize=True), strict=True)
        pairs += [(rows[i], columns[j]) for i, j in chosen if (rows[i], columns[j]) in weights]
    return sorted(pairs)


def _components(weights: Mapping[Edge, float]) -> list[list[Edge]]:
    """The candidates in groups that share neither a row nor a column."""
    parent: dict[Edge, Edge] = {}

    def root(node: Edge) -> Edge:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in weights:
        parent[root((0, i))] = root((1, j))
    groups: dict[Edge, list[Edge]] = defaultdict(list)
    for i, j in weights:
        groups[root((0, i))].append((i, j))
    return list(groups.values())
