"""Search: the only place that knows lunr."""
