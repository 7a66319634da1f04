"""Who signed, and what exactly: identities, the seal and its strict verification."""
