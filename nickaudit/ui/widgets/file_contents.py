"""Every value of a signed certificate, read from the very bytes that go: in words, then as it is written."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from nickaudit.domain.certificate import Leaf, Verified
from nickaudit.domain.due_dates import in_words
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

SHOW_FINGERPRINTS = "Show fingerprints"
NOT_GIVEN = "Not given"
TECHNICAL = "The rest is for computers: how the file is built, and what shows that nobody has changed it."

_SUBJECT = "credentialSubject."
_ROWS = (
    ("Name", _SUBJECT + "name"),
    ("Finished on", _SUBJECT + "finishedOn"),
    ("Role", _SUBJECT + "role"),
    ("Policy", _SUBJECT + "policy.title"),
    ("Staff number", _SUBJECT + "staffNumber"),
    ("Next check", "validUntil"),
    ("School", _SUBJECT + "school"),
    ("Number", _SUBJECT + "number"),
    ("Check", _SUBJECT + "kind"),
    ("Work e-mail", _SUBJECT + "email"),
    ("Statement", _SUBJECT + "statement"),
)
_DATES = frozenset({_SUBJECT + "finishedOn", "validUntil"})
_IN_WORDS = {"joining": "On joining", "yearly": "Yearly"}
_LABELS = {
    ("header", "alg"): "Signed by the method",
    ("header", "kid"): "Key that checks it",
    ("header", "typ"): "Kind of file",
    ("payload", "@context[1]"): "Written after",
    ("payload", "@context[2]"): "And after",
    ("payload", "type[1]"): "Kind of paper",
    ("payload", "type[2]"): "More exactly",
    ("payload", "id"): "Full number",
    ("payload", "issuer"): "Signed by",
    ("payload", "validFrom"): "Holds from",
    ("payload", "validUntil"): "Holds until",
    ("payload", _SUBJECT + "kind"): "Check, as stored",
    ("payload", _SUBJECT + "finishedOn"): "Day, as stored",
    ("payload", _SUBJECT + "outcome"): "Outcome",
    ("payload", _SUBJECT + "policy.id"): "Policy's id",
    ("payload", _SUBJECT + "policy.version"): "Its version",
    ("payload", _SUBJECT + "policy.sha256"): "Its fingerprint (SHA-256)",
    ("payload", _SUBJECT + "contentPack"): "Site lists",
    ("signature", ""): "Signature",
}


class FileContents(QWidget):
    """Two tables: the one people read, and behind a link all that is left."""

    def __init__(
        self,
        verified: Verified,
        *,
        sealed_for: tuple[tuple[str, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Build both.

        Args:
            verified: What the signed file says.
            sealed_for: Who can open the seal round it, each with the key; empty where there is none.
            parent: Of the widget.
        """
        super().__init__(parent)
        column = Stack(self, spacing=6)
        self.table = FactTable(rows_in_words(verified.leaves), two_columns=True)
        column.addWidget(self.table)
        self.technical = Disclosure(SHOW_FINGERPRINTS)
        self.technical.column.addWidget(TextLabel(TECHNICAL, Role.SIDE_MUTED))
        self.technical.column.addWidget(FactTable((*technical_rows(verified), *_seal(sealed_for))))
        column.addWidget(self.technical)


def rows_in_words(leaves: tuple[Leaf, ...]) -> tuple[Entry, ...]:
    """What people read, in the order of the page."""
    values = {leaf.path: leaf.value for leaf in leaves if leaf.part == "payload"}
    return tuple(
        Entry(
            label,
            _in_words(path, values[path]) if path in values else NOT_GIVEN,
            is_wide=label == "Statement",
        )
        for label, path in _ROWS
    )


def technical_rows(verified: Verified) -> tuple[Entry, ...]:
    """Every value that does not stand in the first table letter by letter, and the key's fingerprint."""
    shown = {path for _, path in _ROWS}
    rest = [
        leaf
        for leaf in verified.leaves
        if leaf.part != "payload" or leaf.path not in shown or _in_words(leaf.path, leaf.value) != leaf.value
    ]
    rows = [Entry(_LABELS.get((leaf.part, leaf.path), leaf.path or leaf.part), leaf.value) for leaf in rest]
    return (*rows, Entry("Key's fingerprint", verified.key))


def _seal(sealed_for: tuple[tuple[str, str], ...]) -> tuple[Entry, ...]:
    """What stands on the outside of the sealed file: the keys that open it, and nothing of the person."""
    return tuple(Entry("Sealed for", f"{who}: key {key}") for who, key in sealed_for)


def _in_words(path: str, value: str) -> str:
    if path in _DATES:
        return in_words(dt.date.fromisoformat(value[:10]))
    return _IN_WORDS.get(value, value) if path == _SUBJECT + "kind" else value
