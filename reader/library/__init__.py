"""One SQLite file that holds everything a reader keeps."""
