"""What a nation calls the person to tell about a child, and whose guidance counts there."""

from msgspec import Struct


class NationWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of one nation, to stand where the texts have England's."""

    lead: str
    """`safeguarding lead (DSL)`, as it is spelled out."""
    lead_alone: str
    """Without the letters in brackets."""
    lead_short: str
    """The letters, where the nation has such."""
    guidance: str = ""
    """What to say of a document that counts elsewhere."""
    instead_of: tuple[str, ...] = ()
    """Titles of such documents."""


ENGLISH = NationWords(lead="safeguarding lead (DSL)", lead_alone="safeguarding lead", lead_short="DSL")
"""As the texts are written."""
