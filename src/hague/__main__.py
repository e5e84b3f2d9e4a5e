"""``python -m hague`` and the ``hague`` command."""

import gc
import sys


def main() -> None:
    """Runs the command line. Exit codes: 0 answered, 1 input refused, 2 usage, 70 internal fault."""
    gc.set_threshold(100_000)  # the record is large and lives to the end: looking through it for garbage costs a tenth
    from hague.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
