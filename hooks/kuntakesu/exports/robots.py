"""What search engines may read: everything, and where the map of the site is."""

from __future__ import annotations

NAME = "robots.txt"


def export(site_url: str) -> bytes:
    """The file; crawlers want the site map's whole address."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {site_url}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()
