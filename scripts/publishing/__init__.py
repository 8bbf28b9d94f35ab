"""How a built site takes the place of the one that stands: wholly, or not at all.

A site is built beside the one that readers see (`site.next`), looked over, summed up in
`SHA256SUMS` and then put in its place in one step. Whatever ends a build before that step leaves
the old site as it was; what it left lying is removed by the next build.
"""

from __future__ import annotations


class NotPublishedError(Exception):
    """The old site stands, and a person is told why in one line.

    Attributes:
        status: What the command ends with: 1 for an author's fault, 2 for ours or the machine's.
    """

    def __init__(self, told: str, status: int = 2) -> None:
        super().__init__(told)
        self.status = status
