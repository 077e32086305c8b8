"""Tables of `private.db`, one function per step. A released step is never edited; new ones come after it."""

from typing import TYPE_CHECKING

from nickaudit.store.schema import Schema, table

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


def m001_a_persons_own_check(tables: "Tables") -> None:
    """Checks with their person, accounts and answers; certificates; what is to be sent; preferences."""
    table(tables, "audits").create(
        {
            "id": int,
            "began_on": str,
            "finished_on": str,
            "number": str,
            "place": str,
            "name": str,
            "role": str,
            "kind": str,
            "email": str,
            "staff_number": str,
            "online_in_job": int,
            "no_accounts": int,
            "later_by": str,
            "seconds": float,
            "timed_stops": int,
        },
        pk="id",
        not_null={"began_on", "place", "no_accounts", "seconds", "timed_stops"},
        defaults={"place": "", "no_accounts": 0, "seconds": 0.0, "timed_stops": 0},
    )
    table(tables, "accounts").create(
        {"audit": int, "id": str, "platform": str, "label": str, "position": int},
        pk=("audit", "id"),
        not_null={"platform", "label", "position"},
    )
    table(tables, "answers").create(
        {"audit": int, "account": str, "check_id": str, "answer": str},
        pk=("audit", "account", "check_id"),
        not_null={"answer"},
    )
    table(tables, "looks").create(
        {"audit": int, "account": str, "look": str, "answer": str},
        pk=("audit", "account", "look"),
        not_null={"answer"},
    )
    table(tables, "pages_read").create(
        {"audit": int, "page": str, "read_on": str}, pk=("audit", "page"), not_null={"read_on"}
    )
    for child in ("accounts", "answers", "looks", "pages_read"):
        tables[child].add_foreign_key("audit", "audits", "id", on_delete="CASCADE")  # type: ignore[union-attr]
    table(tables, "preferences").create({"name": str, "value": str}, pk="name", not_null={"value"})
    table(tables, "outbox").create(
        {
            "number": str,
            "folder": str,
            "file_name": str,
            "state": str,
            "tries": int,
            "queued_at": str,
            "tried_at": str,
            "sent_at": str,
        },
        pk="number",
        not_null={"folder", "file_name", "state", "tries", "queued_at"},
    )
    table(tables, "issued").create(
        {"number": str, "finished_on": str, "next_due": str, "folder": str, "signed": bytes},
        pk="number",
        not_null={"finished_on", "next_due", "folder", "signed"},
    )


def m002_what_is_typed_so_far(tables: "Tables") -> None:
    """A person half described: a crash must not lose what was typed."""
    table(tables, "audits").add_column("about_you", str)


def m003_menus_that_were_not_there(tables: "Tables") -> None:
    """A person's notes on pages whose way through the menus was wrong: the page, the device and the day."""
    table(tables, "not_there").create(
        {"stop": str, "device": str, "noted_on": str}, pk=("stop", "device"), not_null={"noted_on"}
    )


def m004_sealed_and_received(tables: "Tables") -> None:
    """What goes is sealed where there is a school file; the school may say that it has it."""
    for column, kind in (("content", bytes), ("sealed_for", str)):
        table(tables, "outbox").add_column(column, kind)
    table(tables, "sealed").create(
        {"number": str, "content": bytes, "sealed_for": str},
        pk="number",
        not_null={"content", "sealed_for"},
    )
    table(tables, "receipts").create(
        {"number": str, "file_hash": str, "received_on": str, "receipt": bytes},
        pk="number",
        not_null={"file_hash", "received_on", "receipt"},
    )


def m005_answers_asked_again(tables: "Tables") -> None:
    """Answers from before the policy changed: shown beside the line that is asked again, and not counted."""
    table(tables, "answers_before").create(
        {"audit": int, "account": str, "check_id": str, "answer": str},
        pk=("audit", "account", "check_id"),
        not_null={"answer"},
    )
    tables["answers_before"].add_foreign_key("audit", "audits", "id", on_delete="CASCADE")  # type: ignore[union-attr]


SCHEMA = Schema(
    name="private",
    mark=0x4E417031,
    steps=(
        m001_a_persons_own_check,
        m002_what_is_typed_so_far,
        m003_menus_that_were_not_there,
        m004_sealed_and_received,
        m005_answers_asked_again,
    ),
)
