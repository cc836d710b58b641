"""Words of a field → what they mean: agencies, deadlines, places."""
