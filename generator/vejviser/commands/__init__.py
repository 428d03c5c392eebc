"""The commands, one a module: `HELP` says in Danish what it does, `arguments` adds its options, `run` does it."""
