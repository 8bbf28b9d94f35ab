"""Documents as an office would write them, made of plans whose structure is known."""
