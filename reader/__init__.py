"""Muwazi: a bilingual desktop reader for Arabic news."""

__version__ = "0.1.0"
