"""Where the bundle starts: it is the muwazi command, and, called by itself, the lexicon's own process."""

import sys

from reader.arabic.lexicon_process import LEXICON_ARGUMENT, serve

if __name__ == "__main__":
    if sys.argv[1:] == [LEXICON_ARGUMENT]:
        serve()
    else:
        from reader.cli import main

        main()
