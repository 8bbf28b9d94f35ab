"""Documents of offices read into neutral blocks: one module for each kind of file.

Nothing but these modules knows the libraries that read the files.
"""
