"""Where refs keeps what it can make anew."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LINUX = sys.platform == "linux"


def user_cache_folder() -> Path:
    """Return the folder for caches of this user and system."""
    if _LINUX:  # what platformdirs answers, without the time it takes to load
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        return (Path(base) if base else Path("~/.cache").expanduser()) / "refs"
    from platformdirs import user_cache_path

    return user_cache_path("refs")
