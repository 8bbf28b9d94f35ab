"""Compare two builds of the site, made with two engines: equal but for the generator's name.

    python scripts/engines.py TREE TREE

Both trees must hold the same files with the same bytes. Two things are set aside: the engine's name
and version in a page's `<meta name="generator">`, and how `sitemap.xml.gz` was packed (its content
is compared). Exit status: 0 equal, 1 different (up to 20 differences are listed), 2 wrong use.
"""

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

LIMIT = 20
EXCERPT = 100
# Material writes "mkdocs-" and the version that the engine states: "1.6.1", "ProperDocs 1.6.7".
ENGINE = re.compile(
    rb'(<meta name="?generator"? content="?)(?:mkdocs|properdocs)-(?:ProperDocs )?[0-9][\w.+]*'
)


def files(tree: Path) -> set[str]:
    """Return the paths of all files under a tree, relative to it and with forward slashes."""
    return {path.relative_to(tree).as_posix() for path in tree.rglob("*") if not path.is_dir()}


def content(path: Path) -> bytes:
    """Return what a file says, without what may differ from one engine to the other."""
    data = path.read_bytes()
    if path.name == "sitemap.xml.gz":
        return gzip.decompress(data)
    if path.suffix == ".html":
        return ENGINE.sub(rb"\1engine", data)
    return data


def first_difference(left: bytes, right: bytes) -> str:
    """Return the first lines that differ, shortened, after their line number (1-based)."""
    one, two = left.splitlines(), right.splitlines()
    at = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )

    def excerpt(lines: list[bytes]) -> str:
        text = lines[at].decode("utf-8", "replace").strip() if at < len(lines) else "(end of file)"
        return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"

    return f"line {at + 1}\n    {excerpt(one)}\n    {excerpt(two)}"


def differences(one: Path, two: Path) -> Iterator[str]:
    """Yield a description of each difference between two trees, in the order of the paths."""
    left, right = files(one), files(two)
    for name in sorted(left | right):
        if name not in right:
            yield f"{name}: only in {one}"
        elif name not in left:
            yield f"{name}: only in {two}"
        elif (a := content(one / name)) != (b := content(two / name)):
            yield f"{name}: {first_difference(a, b)}"


def main(arguments: list[str] | None = None) -> int:
    """Compare the two trees named on the command line and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("trees", nargs=2, type=Path, metavar="TREE", help="a built site")
    one, two = parser.parse_args(arguments).trees
    for tree in (one, two):
        if not (tree / "index.html").is_file():
            print(f"{tree} is not a built site: it has no index.html", file=sys.stderr)
            return 2
    found = list(islice(differences(one, two), LIMIT + 1))
    for difference in found[:LIMIT]:
        print(difference)
    if len(found) > LIMIT:
        print(f"… and more: only the first {LIMIT} are shown")
    if found:
        return 1
    print(f"The two builds are equal but for the engine's name: {len(files(one))} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
