"""How a ledger's tables came to be, step by step. Append only: a step that has run somewhere is never edited.

A step is a module with the SQL written out literally, named `mNNN_what`; a new kind is one more step with its table,
its indexes and its search table. A drift test keeps these tables equal to the declared kinds. Only the names stand
here: the steps are loaded when one of them is to be run, not at every start.
"""

from typing import Final

APPLICATION_ID: Final = 0x4A46544B  # "JFTK" (减负台账): in the file's header, it tells a ledger from any SQLite file

SET_NAME: Final = "burden_desktop"

STEPS: Final = (
    "m001_ledger",
    "m002_document",
    "m003_meeting",
    "m004_inspection",
    "m005_beside",
    "m006_order",
    "m015_findings",
    "m016_counts",
    "m017_month_detail",
    "m020_deadlines",
    "m021_report_request",
    "m022_certificate",
    "m023_plaque",
    "m024_app_group",
    "m025_problem",
    "m026_acts",
    "m040_receiving",
    "m050_spelling",
    "m060_rare_entries",
    "m070_told",
    "m071_kinship",
    "m080_time",
)
