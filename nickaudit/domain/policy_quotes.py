"""The policy's own sentences, as they stand in the document the school attached."""

from msgspec import Struct, field

from nickaudit.domain.ids import LineId


class Quotation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sentence, word for word, with its place in the document."""

    text: str
    head: str = ""
    """The sentence its list hangs from, where the verb stands there."""
    line: int
    """Line of a text document, from 1."""
    page: int = 0
    """Page of a PDF, from 1; 0 where the document is a text."""

    @property
    def whole(self) -> str:
        """The quotation in its marks, with a gap shown between a list's head and its item."""
        return f"“{self.head} … {self.text}”" if self.head else f"“{self.text}”"

    @property
    def place(self) -> str:
        """`page 3` of a PDF, `line 120` of a text."""
        return f"page {self.page}" if self.page else f"line {self.line}"


class AttachedPolicy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the program found of its lines in the attached document."""

    quotations: dict[LineId, tuple[Quotation, ...]] = field(default_factory=dict)
    """The line's own sentence first, then those it stands for besides; only lines that were found."""
    not_found: tuple[LineId, ...] = ()

    @property
    def asked_for(self) -> int:
        """How many lines were looked for."""
        return len(self.quotations) + len(self.not_found)
