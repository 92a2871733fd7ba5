"""Where text comes from: files, standard input and the clipboard, as a RawDocument."""
