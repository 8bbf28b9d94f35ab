"""How the plans came to be what they are: versions, what changed between them, and when."""
