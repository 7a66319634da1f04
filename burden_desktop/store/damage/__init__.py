"""What is done with a damaged ledger, or one beside which a crash left something."""
