"""What is typed, pasted or dropped, until it is a record: the entry bar, drafts of notices, and text that a crash must not take."""
