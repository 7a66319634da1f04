"""What goes from a point to a commission, as plain values: the payload, its verdict, and who has handed in."""
