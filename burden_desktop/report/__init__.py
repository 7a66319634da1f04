"""From figures to pages: the monthly report as PDF/A, tables as spreadsheets."""
