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


def m002_sealed_files_and_confirmed_people(tables: "Tables") -> None:
    """What a sealed file was as it lay, receipts, whose keys are confirmed, schools and their shares."""
    certificates, files = table(tables, "certificates"), table(tables, "files")
    certificates.add_column("file_hash", str, not_null_default="")
    certificates.add_column("place", str, not_null_default="")
    files.add_column("content", str, not_null_default="")
    files.add_column("receipt", str, not_null_default="")
    of_it = "SELECT folder FROM files WHERE files.hash = certificates.hash"
    by_name = f"{of_it} AND files.name = certificates.file_name LIMIT 1"
    first = f"coalesce(({by_name}), ({of_it} LIMIT 1), '')"
    tables.execute(f"UPDATE certificates SET place = {first}")  # noqa: S608 - constants of ours
    table(tables, "confirmed").create(
        {"key": str, "name": str, "confirmed_at": str}, pk=("key", "name"), not_null={"confirmed_at"}
    )
    table(tables, "school_files").create(
        {"school_id": str, "sequence": int, "raw": bytes}, pk=("school_id", "sequence"), not_null={"raw"}
    )
    table(tables, "sources").create({"place": str, "school_id": str}, pk="place", not_null={"school_id"})


SCHEMA = Schema(
    name="school",
    mark=0x4E417331,
    steps=(m001_certificates_taken_in, m002_sealed_files_and_confirmed_people),
)
