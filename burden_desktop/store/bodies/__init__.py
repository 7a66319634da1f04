"""The directory of issuing bodies."""
