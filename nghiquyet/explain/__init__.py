"""Why a result is what it is: the decisions about a record, in Vietnamese."""
