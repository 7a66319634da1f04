"""The window: it shows and asks, it does not decide."""
