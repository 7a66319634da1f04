"""The history chain and everything that is held against it."""
