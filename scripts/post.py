#!/usr/bin/env python3
"""Write a finished text to the repository's host: `post.py comment FILE` or `post.py issue FILE`.

`comment` is for a proposed change, named by HEAD_OWNER, HEAD_BRANCH and HEAD_SHA: the comment that
begins with the same line is brought up to date, else one is made. It is not written where the
proposal has a newer commit by now. `issue` keeps one issue in the same way, whose title is the
text's first heading, and closes it when the file holds no more than its first line. Exit status:
0 done, or nothing to do, 2 it could not be done.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from github_api import Host, HostError, is_ours

LONGEST = 65_000
SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def main(arguments: list[str] | None = None) -> int:
    """Write the text and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("comment", "issue"))
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    try:
        text = options.file.read_text(encoding="utf-8")
        if len(text) > LONGEST:
            raise HostError(f"{options.file} is too long for the host")
        host = Host.here()
        done = write_comment(host, text) if options.what == "comment" else write_issue(host, text)
    except (HostError, OSError, UnicodeDecodeError) as error:
        print(f"post: {error}", file=sys.stderr)
        return 2
    print(done)
    return 0


def write_comment(host: Host, text: str) -> str:
    """Write the comment of the proposal that the environment names, and say what was done."""
    owner, branch, sha = (os.environ.get(f"HEAD_{part}", "") for part in ("OWNER", "BRANCH", "SHA"))
    if not SHA.fullmatch(sha):
        raise HostError("HEAD_SHA is no commit")
    number = _proposal(host, f"{owner}:{branch}", sha)
    if number is None:
        return "no open proposal has this commit for its newest"
    marker = text.partition("\n")[0]
    for written in host.every(f"issues/{number}/comments"):
        if is_ours(written, marker):
            host.patch(f"issues/comments/{int(written['id'])}", {"body": text})
            return f"changed the comment of {number}"
    host.post(f"issues/{number}/comments", {"body": text})
    return f"commented on {number}"


def write_issue(host: Host, text: str) -> str:
    """Keep the one issue whose first line is the text's, and say what was done."""
    marker, _, rest = text.partition("\n")
    every = host.every("issues", state="open")
    found = next((one for one in every if is_ours(one, marker)), None)
    if rest.strip():
        content = {"title": rest.strip().partition("\n")[0].lstrip("# "), "body": text}
        if found:
            host.patch(f"issues/{int(found['number'])}", content)
            return f"changed issue {found['number']}"
        host.post("issues", content)
        return "opened an issue"
    if found:
        host.patch(f"issues/{int(found['number'])}", {"state": "closed"})
        return f"closed issue {found['number']}"
    return "nothing to tell"


def _proposal(host: Host, head: str, sha: str) -> int | None:
    """The number of the open proposal of a branch, if its newest commit is the one given."""
    for one in host.every("pulls", state="open", head=head):
        if one["head"]["sha"] == sha:
            return int(one["number"])
    return None


if __name__ == "__main__":
    sys.exit(main())
