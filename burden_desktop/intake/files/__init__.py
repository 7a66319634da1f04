"""Strangers' files → their text, within bounds of time and memory."""
