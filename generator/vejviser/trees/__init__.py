"""Decision trees: the ways through them and the data that the browser gets."""
