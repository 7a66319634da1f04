"""Crash tests: the power goes at any moment, the disk refuses at any call; nothing acknowledged may be lost."""

import os
import tempfile

# What is chosen at this computer stands in the user's own folder: that of whoever runs this is left alone.
if "XDG_DATA_HOME" not in os.environ:
    _HOME = tempfile.TemporaryDirectory(prefix="burden-crash-")
    os.environ["XDG_DATA_HOME"] = _HOME.name
