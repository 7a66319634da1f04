"""A register, whatever it looks like → rows that can be recorded, and each row that cannot, with its reason."""
