"""All that strangers might write."""

from __future__ import annotations

from tests.hostile.formats import FORMATS
from tests.hostile.links import LINKS
from tests.hostile.markup import MARKUP
from tests.hostile.payload import Payload

PAYLOADS: tuple[Payload, ...] = MARKUP + LINKS + FORMATS
