"""Colour contrast as WCAG 2.2 defines it, and what the theme lays a municipality's colours on."""

# By each colour field what text of that colour stands on, or what stands on it: the names are Danish, the values those
# of site_overrides/assets/base.css, and a test holds them together.
GROUNDS = {
    "primary": {"skriften i toppen": "#ffffff"},
    "accent": {
        "siden": "#faf7f2",
        "kort": "#ffffff",
        "felter": "#f1ece2",
        "den røde kasse": "#fff1ef",
        "den gule kasse": "#fdf3dc",
        "skriften på knapper": "#ffffff",
    },
    "accent_dark": {
        "siden": "#12191b",
        "kort": "#1b2427",
        "felter": "#232e31",
        "den røde kasse": "#37181a",
        "den gule kasse": "#332a17",
        "skriften på knapper": "#10191b",
    },
}


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition) of `#rrggbb`."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Contrast from 1 to 21 between two colours written `#rrggbb`."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
