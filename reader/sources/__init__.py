"""Where text comes from: files, standard input, the clipboard, piped to parsing as a RawDocument."""
