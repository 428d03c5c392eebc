"""Every kind of record, as one pydantic model each; `kinds` is the table of them."""
