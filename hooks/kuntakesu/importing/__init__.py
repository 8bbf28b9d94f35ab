"""A document from an officer's desk made into a plan's file, as far as it can be understood.

`document → blocks → structure → draft`: converters outside the package make neutral blocks of a
file's text, the rest happens here. What is guessed is said so, and nothing of the text is lost.
"""
