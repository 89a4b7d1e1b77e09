"""``python -m refs`` is ``refs``."""

from refs.cli import main

if __name__ == "__main__":
    main()
