"""A month and what is made of it: figures, findings, words, pages, closing, and the look back."""
