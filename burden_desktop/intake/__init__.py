"""Reading what already stands somewhere: notices, files and registers become drafts."""
