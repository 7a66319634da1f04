"""What the program can do, one file a verb."""
