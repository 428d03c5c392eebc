"""The site's own search: what can be found, the index the browser reads, and the measure of how well it finds."""
