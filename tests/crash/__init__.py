"""Crash tests: the power goes at any moment, the disk refuses at any call; nothing acknowledged may be lost."""
