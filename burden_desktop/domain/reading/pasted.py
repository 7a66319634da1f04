"""What was pasted: the text of a notice, or cells copied from a table."""


def looks_like_cells(text: str) -> bool:
    """Whether the text is a table and no notice: two lines or more, most of them of three cells or more."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) >= 2 and sum(line.count("\t") >= 2 for line in lines) * 2 > len(lines)
