"""Ways to tell what the checker found: one format, one module.

A reporter module has `report(report, language) -> str`: the whole text, in the asked language
or, where that is None, in each plan's own.
"""
