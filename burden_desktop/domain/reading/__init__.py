"""Values of what was read and not yet stored: drafts, rows, and how hands write days, numbers and titles."""
