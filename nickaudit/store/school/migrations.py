"""Tables of `school.db`, one function per step. A released step is never edited; new ones come after it."""

from typing import TYPE_CHECKING

from nickaudit.store.schema import Schema, table

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


def m001_certificates_taken_in(tables: "Tables") -> None:
    """Certificates with their signed bytes, the files they came in, and the folders looked into."""
    table(tables, "certificates").create(
        {
            "hash": str,
            "claims": bytes,
            "signed": bytes,
            "key": str,
            "file_name": str,
            "received_on": str,
        },
        pk="hash",
        not_null={"claims", "signed", "key", "file_name", "received_on"},
    )
    table(tables, "files").create(
        {
            "folder": str,
            "name": str,
            "size": int,
            "modified_ns": int,
            "hash": str,
            "outcome": str,
            "copy_of": str,
            "seen_on": str,
        },
        pk=("folder", "name"),
        not_null={"size", "modified_ns", "hash", "outcome", "copy_of", "seen_on"},
    )
    table(tables, "folders").create({"folder": str, "looked_at": str}, pk="folder", not_null={"looked_at"})


SCHEMA = Schema(name="school", mark=0x4E417331, steps=(m001_certificates_taken_in,))
