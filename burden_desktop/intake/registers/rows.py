"""A register row as the command line prints it: codes in English, days with their hours joined."""

from typing import Final

from ...domain.reading.draft import RegisterRow

_FORMATS: Final = {"现场": "onsite", "视频": "video", "电话": "phone"}


def public_row(row: RegisterRow) -> dict[str, object]:
    """`{sheet, row, kind, field: value…}` without empty fields; a meeting's starts_at is an ISO date-time, or its
    date where no hour is known, and `held_on` stands besides."""
    values: dict[str, object] = {name: value for name, value in row.values.items() if value not in (None, "")}
    if row.kind == "meeting":
        day = str(values.get("held_on", ""))
        for name in ("starts_at", "ends_at"):
            clock = str(values.get(name, ""))
            if clock and "T" not in clock:
                values[name] = f"{day}T{clock}"
        if day and "starts_at" not in values:
            values["starts_at"] = day
        if "format" in values:
            values["format"] = _FORMATS.get(str(values["format"]), values["format"])
    return {"sheet": row.sheet, "row": row.row, "kind": row.kind, **values}
