"""Stands in for spaCy, which Argos Translate imports and does not use for this package."""
