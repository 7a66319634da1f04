"""The records of a kind: their list, their form, their past, and how they are found."""
