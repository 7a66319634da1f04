"""A notice's text → what a careful reader takes from it: one rule of reading a module."""
