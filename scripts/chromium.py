"""Find a Chromium for the browser tests and print its path.

    python scripts/chromium.py

The environment variable CHROMIUM names one; without it the usual names are looked up on PATH.
Exit status: 0 found, 1 none found.
"""

import os
import shutil
import sys
from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium(environment: Mapping[str, str]) -> str | None:
    """Return the path of a Chromium, or None.

    Args:
        environment: the variables to read; CHROMIUM (a path or a name on PATH) goes before PATH,
            and one that cannot be run is never passed over in silence for another browser.
    """
    search = environment.get("PATH")
    named = environment.get("CHROMIUM")
    if named:
        return shutil.which(named, path=search)
    found = (shutil.which(name, path=search) for name in NAMES)
    return next((path for path in found if path), None)


def explanation(environment: Mapping[str, str]) -> str:
    """Say why there is no Chromium and what to do about it."""
    named = environment.get("CHROMIUM")
    if named:
        return f"CHROMIUM names {named}, which is not a program that can be run here."
    return (
        f"No Chromium was found (looked for: {', '.join(NAMES)}).\n"
        "Install one (on Debian: sudo apt-get install chromium) "
        "or name one: CHROMIUM=/path/to/chrome make test"
    )


def main() -> int:
    """Print the path of a Chromium, or say on standard error how to get one."""
    path = find_chromium(os.environ)
    if path is None:
        print(explanation(os.environ), file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
