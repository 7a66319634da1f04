"""The history chain as plain values: entries, breaks, and what they tell."""
