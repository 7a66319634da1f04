"""The same pages by Typst, unsigned. usage: typst_pages.py ROWS.xlsx OUT.pdf"""

import sys
import tempfile
from pathlib import Path

import typst
from python_calamine import CalamineWorkbook

FONTS = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"


def _cell(value: object) -> str:
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    book = CalamineWorkbook.from_path(sys.argv[1])
    parts = ['#set page(paper: "a4", flipped: true, margin: 1.5cm, numbering: "1 / 1")',
             '#set text(font: "Noto Serif SC", size: 7pt, lang: "zh")']
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        cells = ",\n".join(",".join(_cell(value) for value in row) for row in rows)
        parts.append(f"= {name}\n#table(columns: {len(rows[0])},\n{cells})")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "month.typ"
        source.write_text("\n".join(parts), "utf-8")
        typst.compile(str(source), output=sys.argv[2], font_paths=[str(FONTS)], pdf_standards=["a-3b"])


if __name__ == "__main__":
    main()
