"""The rules that the program can test (DOMAIN, section 5): pure functions from records to facts."""
