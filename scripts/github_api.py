"""The few things asked of the repository host's API, with the standard library alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PAGE = 100
MOST_PAGES = 30
PATIENCE = 30
BOT = "github-actions[bot]"


class HostError(Exception):
    """The host did not do what it was asked."""


@dataclass(frozen=True)
class Host:
    """One repository at the host.

    Attributes:
        address: Where the host's API is.
        repository: Owner and name with a slash between them.
    """

    address: str
    repository: str
    token: str

    @classmethod
    def here(cls) -> Host:
        """The repository whose workflow is running."""
        try:
            return cls(
                os.environ["GITHUB_API_URL"],
                os.environ["GITHUB_REPOSITORY"],
                os.environ["GITHUB_TOKEN"],
            )
        except KeyError as error:
            raise HostError(f"the environment has no {error.args[0]}") from error

    def every(self, path: str, **query: str | int) -> Iterator[dict[str, Any]]:
        """All that a list holds, page by page."""
        for page in range(1, MOST_PAGES + 1):
            asked = urlencode({**query, "per_page": PAGE, "page": page})
            found = self._ask("GET", f"{path}?{asked}", None)
            yield from found
            if len(found) < PAGE:
                return

    def post(self, path: str, content: Mapping[str, str]) -> None:
        """Add something to a list."""
        self._ask("POST", path, content)

    def patch(self, path: str, content: Mapping[str, str]) -> None:
        """Change what is at a path."""
        self._ask("PATCH", path, content)

    def _ask(self, method: str, path: str, content: Mapping[str, str] | None) -> Any:  # noqa: ANN401
        request = Request(  # noqa: S310 (the address is the runner's own)
            f"{self.address}/repos/{self.repository}/{path}",
            method=method,
            data=json.dumps(content).encode() if content is not None else None,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "kuntakesu",
                "Content-Type": "application/json",
            },
        )
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.load(answer)
        except (URLError, TimeoutError, ValueError) as error:
            raise HostError(f"{method} {path}: {error}") from error


def is_ours(written: Mapping[str, Any], marker: str) -> bool:
    """Whether a comment or an issue is by our workflows and begins with the marker."""
    author = (written.get("user") or {}).get("login")
    return author == BOT and (written.get("body") or "").startswith(marker)
