"""``python -m abeyance``: the command line, where the command itself is not on the path."""

from abeyance.cli import main

main()
