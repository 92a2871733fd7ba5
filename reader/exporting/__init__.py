"""Paired articles out of the program, one module a format."""
