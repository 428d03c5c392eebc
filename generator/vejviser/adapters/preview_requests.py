"""Answers requests to the preview: only what a reader of the published site may ask for, under the same policy."""

import base64
import hashlib
import html
import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_HEADERS = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
]
_OWN_SCRIPTS = b"script-src 'self'"
_RELOADS = re.compile(rb"<script>((?:(?!</script>).)*)</script>\s*</body>", re.DOTALL)
_MAIN = re.compile(rb"<main\b[^>]*>")


def guarded(app: WSGIApplication, host: str, faults: list[str]) -> WSGIApplication:
    """Another WSGI application around MkDocs' own; `faults` are shown on top of each page while there are any.

    GET and HEAD only (405), no broken paths (400), and only names of this machine (403): a page elsewhere could
    otherwise read a draft by giving its own name our address.
    """
    known = {"localhost", socket.gethostname().lower(), host.lower()}

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        refused = _refused(environ, known)
        is_head = environ.get("REQUEST_METHOD") == "HEAD"
        if refused:
            words = refused[1].encode()
            allow = [("Allow", "GET, HEAD")] if refused[0].startswith("405") else []
            told = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(words)))]
            start(refused[0], [*told, *allow, *_HEADERS])
            return [] if is_head else [words]
        status, headers, body = _asked(app, environ)
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = _with_faults(_with_policy(body), faults)
        kept = [item for item in headers if item[0] != "Content-Length"]
        start(status, [*kept, ("Content-Length", str(len(body))), *_HEADERS])
        return [] if is_head else [body]

    return answer


def _asked(app: WSGIApplication, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], bytes]:
    given: list[Any] = []
    parts = app(environ, lambda *words: given.extend(words) or (lambda _: None))  # type: ignore[func-returns-value]  # what WSGI asks for
    try:
        return given[0], given[1], b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()


def _refused(environ: WSGIEnvironment, known: set[str]) -> tuple[str, str] | None:
    """The status and the words for a request that is not answered."""
    if environ.get("REQUEST_METHOD") not in ("GET", "HEAD"):
        return "405 Method Not Allowed", "Siden kan kun læses.\n"
    name = re.sub(r":\d+$", "", environ.get("HTTP_HOST", "")).strip("[]").lower()
    if name not in known and not _is_number(name):
        return "403 Forbidden", "Forhåndsvisningen kan kun læses på denne maskines egen adresse.\n"
    try:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode()
    except UnicodeError:
        path = "\0"
    if "\\" in path or not path.isprintable() or ".." in path.split("/"):
        return "400 Bad Request", "Adressen er skrevet forkert.\n"
    return None


def _is_number(name: str) -> bool:
    """Whether it is an address in figures: no other site can have such a name."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _with_policy(page: bytes) -> bytes:
    """Let the page's own policy allow the one script that MkDocs adds, by its fingerprint."""
    found = _RELOADS.search(page)
    if not found:
        return page
    mark = base64.b64encode(hashlib.sha256(found[1]).digest())
    return page.replace(_OWN_SCRIPTS, _OWN_SCRIPTS + b" 'sha256-" + mark + b"'", 1)


def _with_faults(page: bytes, faults: list[str]) -> bytes:
    """Tell the editor in the browser why the page does not change."""
    if not faults:
        return page
    rows = "".join(f"<li>{html.escape(fault)}</li>" for fault in faults[:20])
    told = f'<section role="alert"><h2>Siden er ikke opdateret</h2><ul>{rows}</ul></section>'
    return _MAIN.sub(lambda main: main[0] + told.encode(), page, count=1)
