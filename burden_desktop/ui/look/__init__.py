"""How everything looks: sizes, colours, icons, and the quiet parts that several pages are made of."""
