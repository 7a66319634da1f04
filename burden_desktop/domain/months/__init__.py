"""Months and their figures as plain values: counts, rates, rules, texts, and what is due."""
