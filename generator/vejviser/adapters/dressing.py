"""Gives a site with `theme: vejviser` what our pages need beside the templates, so that its mkdocs.yml stays short."""

import logging

from mkdocs.config.defaults import MkDocsConfig

from vejviser.adapters import theme


def dress(config: MkDocsConfig) -> None:
    """Add styles below the site's own, the Markdown extensions that are missing, and warnings at dead links."""
    beside = theme.beside()
    config.extra_css = [*(name for name in beside["extra_css"] if name not in config.extra_css), *config.extra_css]
    for item in beside["markdown_extensions"]:
        name, options = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}
    for part in (config.validation.nav, config.validation.links):
        for name in beside["validation"]:
            if name in part:
                part[name] = logging.WARNING
