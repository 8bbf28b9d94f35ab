"""What browsers are to refuse on the site: its Content-Security-Policy and the headers beside it.

Each page carries its policy itself, so that it holds on any host. A host that can send headers
sends the same policy with what only a header can say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE

Directives = Mapping[str, str]

# Nothing is taken from elsewhere, and nothing written into a page runs or changes its looks. What
# is not named falls under `default-src`: frames, fonts, objects, workers, media.
PAGE: Directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "kuntakesu",  # theme/js/trusted.js
}
# The form runs the checks in a worker, as WebAssembly. Some browsers hold a worker to the policy
# of its page, others to the one that its own script is sent with, so both have this.
FORM: Directives = {
    **PAGE,
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self'",
}
HEADER_ONLY: Directives = {
    "frame-ancestors": "'none'",
    "upgrade-insecure-requests": "",
}
WORKER = "js/publish-worker.js"
FORMS = tuple(addresses.form(language) for language in INTERFACE)

# What a page may use of a device; all that is not said here a browser has its own rule for.
_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone",
    "midi", "payment", "picture-in-picture", "publickey-credentials-create",
    "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
HEADERS: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
    "Permissions-Policy": ", ".join([*(f"{name}=()" for name in _OFF), "clipboard-write=(self)"]),
}
# Open data and feeds are for everybody's programs, those that run in a page among them.
OPEN_FOLDER = "data/"
OPEN_HEADERS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# What a host may not know by the ending of a name, or may call by another name.
TYPES: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "wasm": "application/wasm",
    "zip": "application/zip",
}
# Files whose name is made of what they hold: the theme's, and those of the search but its manifest.
NAMED = r"(assets/.*\.[0-9a-f]{8}\.|data/search/([\w-]{6}|[\w-]{12}|[\w-]{43}=)[/.])"
KEPT = "public, max-age=31536000, immutable"
ASKED_ANEW = "no-cache"


def page_policy(address: str, *, live: bool = False) -> str:
    """The policy that a page carries itself.

    Args:
        address: The page's, below the site's root.
        live: Whether the engine puts a script of its own into each page, as it does to load a
            page anew after a change; never for a site that is published.
    """
    directives = dict(_directives(address))
    if live:
        directives["script-src"] += " 'unsafe-inline'"
    return _written(directives)


def header_policy(address: str) -> str:
    """The policy that a host sends with a file.

    Args:
        address: The file's, below the site's root.
    """
    return _written({**_directives(address), **HEADER_ONLY})


def headers(address: str) -> dict[str, str]:
    """All headers that a host sends with a file, the policy among them.

    Args:
        address: The file's, below the site's root.
    """
    is_open = address.startswith(OPEN_FOLDER) or address.endswith(addresses.feed(""))
    opened = OPEN_HEADERS if is_open else {}
    return {"Content-Security-Policy": header_policy(address), **HEADERS, **opened}


def caching(address: str) -> str:
    """How long a browser may keep a file without asking: the value of `Cache-Control`.

    Args:
        address: The file's, below the site's root.
    """
    return KEPT if re.match(NAMED, address) else ASKED_ANEW


def _directives(address: str) -> Directives:
    return FORM if address in (*FORMS, WORKER) else PAGE


def _written(directives: Directives) -> str:
    return "; ".join(f"{name} {value}".rstrip() for name, value in directives.items())
