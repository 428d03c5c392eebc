"""The only modules that know a site builder or write to disk."""
