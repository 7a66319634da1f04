"""Whose signature it is: certificates, passphrases, the picture of the seal."""
