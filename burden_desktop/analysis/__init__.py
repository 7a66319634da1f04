"""From records to figures: sums, comparisons, rules and alerts."""
