"""Parts of the desk, one protocol a file: what one page or widget asks of the program, plain values in and out."""
