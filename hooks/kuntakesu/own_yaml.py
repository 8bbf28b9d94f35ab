"""The YAML files of this package: words and vocabularies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# libyaml's is ten times as fast; not every installation has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_own(file: Path) -> Any:  # noqa: ANN401 (each file has its own shape)
    """What a file of ours says, as plain Python values."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (both are safe)
