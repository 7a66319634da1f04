"""A commission's pages: points, what they hand in, and who has not."""
