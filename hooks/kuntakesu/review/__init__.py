"""What a proposed change does to the plans, and what to say of it."""
