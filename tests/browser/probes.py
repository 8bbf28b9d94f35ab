"""What a page can be asked about itself: what scrolls, what is cut off, what has the focus."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Page

# The distances that a reader may ask for (WCAG 1.4.12).
SPACING = """
    * { letter-spacing: 0.12em !important; line-height: 1.5 !important;
        word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
FOCUSABLE = "a[href], button, input, select, textarea, summary, iframe, [tabindex]"
_NAMING = """
    const told = (one) => `${one.tagName} ${one.id} ${one.className?.baseVal ?? one.className} ` +
        `"${(one.textContent ?? "").trim().slice(0, 40)}"`;
    const shown = (one) => one.checkVisibility({ visibilityProperty: true });
    const all = [...document.body.querySelectorAll("*")].filter(shown);
    const ownText = (one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
"""
_CUT_OFF = f"""() => {{
    {_NAMING}
    const text = document.createRange();
    return all.filter((one) => {{
        if (!ownText(one) || one.closest(".kk-visually-hidden, svg, option, select")) return false;
        const style = getComputedStyle(one);
        if (style.display === "inline" || style.clipPath !== "none") return false;
        const own = [...one.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
        const lines = own.flatMap((node) => {{
            text.setStart(node, node.data.search(/\\S/));
            text.setEnd(node, node.data.trimEnd().length);
            return [...text.getClientRects()];
        }});
        const inner = {{
            right: Math.max(...lines.map(({{ right }}) => right)),
            bottom: Math.max(...lines.map(({{ bottom }}) => bottom)),
        }};
        const outer = one.getBoundingClientRect();
        const clips = style.overflowX !== "visible";
        const scrolls = style.overflowX === "auto" || style.overflowX === "scroll";
        const below = inner.bottom > outer.bottom + 2 && style.overflowY !== "auto";
        // A space at the end of a line may hang over.
        const hanging = style.whiteSpace === "pre-wrap" ? parseFloat(style.fontSize) : 2;
        const beside = !scrolls && inner.right > outer.right + hanging;
        return below || beside || (clips && !scrolls && one.scrollWidth > one.clientWidth + 1);
    }}).map(told);
}}"""
_UNREACHABLE = f"""() => {{
    {_NAMING}
    const named = (one) => one.getAttribute("aria-label") || one.getAttribute("title") ||
        document.getElementById(one.getAttribute("aria-labelledby") ?? "")?.textContent.trim();
    return all.filter((one) => {{
        const {{ overflowX, overflowY }} = getComputedStyle(one);
        const wide = /auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth + 1;
        const high = /auto|scroll/.test(overflowY) && one.scrollHeight > one.clientHeight + 1;
        if (!(wide || high) || one.matches("textarea, select, html, body")) return false;
        return one.tabIndex !== 0 || !named(one);
    }}).map(told);
}}"""
_BARE_LINKS = f"""() => {{
    {_NAMING}
    return all.filter((one) => one.matches("a[href]") && !one.closest("nav, header, svg")
        && ownText(one.parentElement)
        && !getComputedStyle(one).textDecorationLine.includes("underline")).map(told);
}}"""
_MOVING = f"""() => {{
    {_NAMING}
    const long = (times) => times.split(",").some((time) => parseFloat(time) > 0);
    return all.filter((one) => [null, "::before", "::after"].some((part) => {{
        const style = getComputedStyle(one, part);
        return long(style.transitionDuration) || long(style.animationDuration)
            || style.scrollBehavior === "smooth";
    }})).map(told);
}}"""
_NOTE_FOCUS = """() => {
    window.stops = [];
    const told = (one) =>
        `${one.tagName} ${one.id} "${(one.textContent ?? "").trim().slice(0, 40)}"`;
    document.addEventListener("focusin", ({ target }) => {
        const style = getComputedStyle(target);
        const boxes = [...target.getClientRects()];
        const box = target.getBoundingClientRect();
        const seen = boxes.some(({ left, top, width, height }) => {
            const [x, y] = [left + width / 2, top + height / 2];
            const above = document.elementFromPoint(
                Math.min(Math.max(x, 1), innerWidth - 1),
                Math.min(Math.max(y, 1), innerHeight - 1));
            const around = above !== document.body && above?.contains(target);
            return target.contains(above) || around;
        });
        const clear = (colour) => /, 0\\)$|^transparent$/.test(colour);
        const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && !clear(style.outlineColor);
        const path = target.querySelector("path");
        const edge = target.matches("svg a") && path
            && parseFloat(getComputedStyle(path).strokeWidth) >= 4;
        window.stops.push({
            told: told(target),
            index: target.tabIndex,
            room: target.closest("nav, aside, section, form, footer, header, svg")?.className ?? "",
            drawn: Boolean(target.closest("svg")),
            onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
                && box.top < innerHeight && box.left < innerWidth,
            seen,
            ring: Boolean(outline || edge || style.boxShadow !== "none"),
            left: box.left + scrollX, right: box.right + scrollX,
            top: box.top + scrollY, bottom: box.bottom + scrollY,
            name: (target.labels?.[0]?.textContent || target.getAttribute("aria-label")
                || target.textContent || target.title || "").trim(),
        });
    });
}"""


class Stop(TypedDict):
    """An element that got the focus, and how it looked at that moment."""

    told: str
    index: int
    room: str
    drawn: bool
    onScreen: bool
    seen: bool
    ring: bool
    left: float
    right: float
    top: float
    bottom: float
    name: str


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))


def cut_off(page: Page) -> list[str]:
    """Elements whose own text does not fit into them."""
    return _found(page, _CUT_OFF)


def unreachable_areas(page: Page) -> list[str]:
    """Areas that scroll by themselves and can't be scrolled by keyboard, or have no name."""
    return _found(page, _UNREACHABLE)


def bare_links(page: Page) -> list[str]:
    """Links within running text that only their colour tells from it."""
    return _found(page, _BARE_LINKS)


def moving(page: Page) -> list[str]:
    """Elements that would take their time to change."""
    return _found(page, _MOVING)


def walk(page: Page, presses: int = 700) -> list[Stop]:
    """Press the tabulator until the focus leaves the page; everything that got it on the way."""
    page.evaluate(_NOTE_FOCUS)
    for press in range(presses):
        page.keyboard.press("Tab")
        if press % 10 == 0 and page.evaluate(
            "stops.length > 1 && stops.slice(1).some((one) => one.told === stops[0].told)"
        ):
            break
    stops: list[Stop] = page.evaluate("stops")
    again = [at for at, stop in enumerate(stops) if at and stop["told"] == stops[0]["told"]]
    return stops[: again[0]] if again else stops


def _found(page: Page, script: str) -> list[str]:
    found: list[str] = page.evaluate(script)
    return found
