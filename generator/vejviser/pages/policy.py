"""What a page promises of itself, enforced by the browser (Content Security Policy, level 3)."""

# Own files only, no inline script or style, nothing from elsewhere, no form ever sent.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
