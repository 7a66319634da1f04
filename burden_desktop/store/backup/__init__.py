"""Backups: made, thinned, compared and put back."""
