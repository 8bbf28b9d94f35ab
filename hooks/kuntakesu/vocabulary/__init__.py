"""What the catalogue knows beforehand: the municipal register and the words of plans."""
