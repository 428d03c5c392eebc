"""Tests in a real browser, of the site that is published."""
