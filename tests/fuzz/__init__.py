"""Random and coverage-guided texts and files for the readers; `make fuzz` runs them long, one test runs them short."""
