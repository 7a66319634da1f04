"""Plain values and pure rules: no input or output, no clock, no library beyond Python's own."""
