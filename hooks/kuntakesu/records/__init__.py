"""The open data as tables: THE list of what they tell, column by column.

The files, their JSON Schemas and the page that documents them are all made of these tables. What a
plan's facts may be comes from `fields.py`; a column that is such a fact names its field and says
nothing of it again. Version 1 is published: a column may be added, but never renamed, removed or
given another meaning. That would be version 2, at addresses of its own.
"""
