"""The base of our own exceptions: the docstring is the sentence for people."""


class NickAuditError(Exception):
    """Something went wrong."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (self.__doc__ or "").strip())

    @property
    def sentence(self) -> str:
        """One clear sentence: what is wrong and what to do."""
        return str(self)
