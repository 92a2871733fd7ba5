"""The library: saved pieces with their pairs, in one SQLite file."""
