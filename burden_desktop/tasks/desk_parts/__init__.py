"""What the window asks of the program, part by part: each keeps the promise of the module of the same name in `ui.desk_parts`."""
