"""What a command raises when it cannot do what it is asked for."""


class WrongUse(Exception):
    """The command cannot be followed; the message says in Danish why, and what to do instead."""
