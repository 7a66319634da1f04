"""Files beside the ledger: whole or not there."""
