"""Valid objects of the domain for tests; every argument is optional."""

from datetime import date
from typing import Any

from nickaudit.domain.answers import Progress
from nickaudit.domain.certificate import Claims
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import (
    CertificateNumber,
    CheckId,
    ContactId,
    GroupId,
    LineId,
    PageId,
    PlatformId,
    RoleId,
    StopId,
)
from nickaudit.domain.person import AuditKind, Person
from nickaudit.domain.platforms import Check, Content, Kind, Level, Platform, Stop
from nickaudit.domain.policy import (
    Contact,
    Group,
    PolicyLine,
    PolicyPack,
    Responsibility,
    Role,
    School,
    StatementPage,
    Strength,
    Topic,
)
from nickaudit.domain.school import Reader, SchoolFile

TODAY = date(2026, 11, 24)


def make_claims(**changes: Any) -> Claims:
    finished_on = changes.pop("finished_on", TODAY)
    values: dict[str, Any] = {
        "number": CertificateNumber("7F3A-91C2-04DE"),
        "name": "Rosalind Ash",
        "role": "Teaching assistant",
        "email": None,
        "staff_number": None,
        "school": "St Nicholas CE Primary School",
        "policy_id": "st-nicholas",
        "policy_title": "Social media, May 2018",
        "policy_version": "2018-05",
        "policy_hash": "5d" * 32,
        "content_pack": "2026-11",
        "kind": AuditKind.YEARLY,
        "finished_on": finished_on,
        "next_due": next_due(finished_on),
        "statement": "Has read what the policy asks, in short, and where to turn",
    }
    return Claims(**{**values, **changes})


def make_person(**changes: Any) -> Person:
    values: dict[str, Any] = {
        "name": "Rosalind Ash",
        "role": RoleId("teaching-assistant"),
        "kind": AuditKind.YEARLY,
    }
    return Person(**{**values, **changes})


def make_progress(**changes: Any) -> Progress:
    values: dict[str, Any] = {"person": make_person(), "began_on": TODAY}
    return Progress(**{**values, **changes})


def make_line(**changes: Any) -> PolicyLine:
    values: dict[str, Any] = {
        "id": LineId("strict-privacy"),
        "strength": Strength.ADVISED,
        "clause": "2.5",
        "heading": "Safer online behaviour",
        "opening": "set privacy levels",
        "words": "You are advised to set privacy as strict as you can.",
        "topic": Topic.PRIVACY,
    }
    return PolicyLine(**{**values, **changes})


def make_policy(**changes: Any) -> PolicyPack:
    values: dict[str, Any] = {
        "id": "st-nicholas",
        "version": "2018-05",
        "title": "Social media, May 2018",
        "adopted": "2018-05",
        "next_review": "2018-09",
        "school": School(name="St Nicholas CE Primary School", short_name="St Nicholas"),
        "contacts": (Contact(id=ContactId("head"), title="the headteacher"),),
        "groups": (Group(id=GroupId("support"), title="Support staff"),),
        "roles": (
            Role(id=RoleId("teaching-assistant"), title="Teaching assistant", group=GroupId("support")),
            Role(id=RoleId("office"), title="Office staff", group=GroupId("support")),
        ),
        "lines": (make_line(),),
        "pages": (
            StatementPage(
                id=PageId("pupils"),
                title="Pupils, families and you",
                heading="What does the policy say about pupils and families?",
                lines=(LineId("strict-privacy"),),
                where_to_turn="Ask the headteacher.",
            ),
        ),
        "situations": (),
        "responsibility": Responsibility(
            controller="The school",
            basis="its public task",
            kept_for="until you leave",
            rights=("ask what is kept",),
            contact=ContactId("head"),
            complain="You may complain to the regulator.",
        ),
        "keep_before_you_tidy": "Keep it, don't answer, and tell the safeguarding lead (DSL) first.",
        "exception_words": "I would like to talk about a setting.",
    }
    return PolicyPack(**{**values, **changes})


def make_stop(**changes: Any) -> Stop:
    values: dict[str, Any] = {
        "id": StopId("instagram-privacy"),
        "level": Level.ESSENTIAL,
        "heading": "Who can see what you post?",
        "seconds": 60,
    }
    return Stop(**{**values, **changes})


def make_check(**changes: Any) -> Check:
    values: dict[str, Any] = {
        "id": CheckId("instagram-private"),
        "stop": StopId("instagram-privacy"),
        "topic": Topic.PRIVACY,
        "setting": "Private account",
        "strictest": "on",
        "policy": (LineId("strict-privacy"),),
    }
    return Check(**{**values, **changes})


def make_platform(**changes: Any) -> Platform:
    values: dict[str, Any] = {
        "id": PlatformId("instagram"),
        "name": "Instagram",
        "kind": Kind.SOCIAL,
        "last_checked": "2026-11",
        "hosts": ("instagram.com",),
        "stops": (make_stop(),),
        "checks": (make_check(),),
    }
    return Platform(**{**values, **changes})


def make_content(**changes: Any) -> Content:
    values: dict[str, Any] = {
        "policy": make_policy(),
        "policy_hash": "5d" * 32,
        "pack": "2026-11",
        "platforms": {PlatformId("instagram"): make_platform()},
        "shared": {},
        "together": Platform(
            id=PlatformId("together"), name="All accounts", kind=Kind.TOGETHER, last_checked="2026-11"
        ),
        "general": Platform(id=PlatformId("general"), name="{name}", kind=Kind.OTHER, last_checked="2026-11"),
    }
    return Content(**{**values, **changes})


def make_school_file(**changes: Any) -> SchoolFile:
    """One whose keys are no real ones: for what only reads it."""
    values: dict[str, Any] = {
        "school_id": "5d" * 16,
        "sequence": 1,
        "signed_on": TODAY,
        "name": "St Nicholas CE Primary School",
        "short_name": "St Nicholas",
        "policy_id": "st-nicholas",
        "policy_title": "Social media, May 2018",
        "policy_hash": "5d" * 32,
        "adopted": "2026-01",
        "next_review": "2027-01",
        "readers": (Reader(title="the headteacher", key="x" * 43, receipt_key="y" * 43),),
        "recovery": "z" * 43,
        "sealed_signing_key": "sealed",
    }
    return SchoolFile(**{**values, **changes})
