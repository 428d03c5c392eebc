"""The front page over many municipalities: a list of links to their sites, the same bytes for the same input."""

from dataclasses import dataclass
from html import escape

from vejviser.pages import danish

_PAGE = """<!doctype html>
<html lang="da">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; \
form-action 'none'">
  <meta name="referrer" content="no-referrer">
  <meta name="color-scheme" content="light dark">
  <title>Vejviser: vælg kommune</title>
  <link rel="stylesheet" href="{first}assets/base.css">
  <link rel="stylesheet" href="{first}assets/layout.css">
  <link rel="stylesheet" href="{first}assets/blocks.css">
</head>
<body class="page">
  <a class="skip" href="#indhold">Gå til indholdet</a>
  <header class="top"><div class="top__inner"><span class="top__name">Vejviser</span></div></header>
  <main class="main" id="indhold" tabindex="-1">
    <article class="text">
      <h1>Vælg din kommune</h1>
      <p class="lead">Er et barn i livsfare, så ring <a class="phone" href="tel:112">112</a></p>
      <div class="doors">
{doors}
      </div>
    </article>
  </main>
</body>
</html>
"""
_DOOR = """          <section class="door"><h2><a href="{id}/">{title}</a></h2><p>{name}</p></section>"""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What the front page says of one municipality's site."""

    id: str
    title: str
    name: str


def portal(sites: list[BuiltSite]) -> str:
    """The page as HTML; it borrows the style of the first site, so the folder holds it only once."""
    ordered = sorted(sites, key=lambda site: danish.sort_key(site.title))
    doors = (_DOOR.format(id=site.id, title=escape(site.title), name=escape(site.name)) for site in ordered)
    return _PAGE.format(first=f"{ordered[0].id}/", doors="\n".join(doors))
