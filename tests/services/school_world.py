"""A school with its keys, and homes of its people: everything real, in folders of a test."""

import datetime as dt
import json
from pathlib import Path

from msgspec import structs

from nickaudit import paths
from nickaudit.bootstrap import content_for
from nickaudit.credentials import school_file, sealed
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Reader, SchoolFile, VerifiedSchool
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, school_keys
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL

NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)


class SchoolWorld:
    """One school: its signing key, its share (a folder), and any number of homes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.share = root / "share"
        self.share.mkdir(parents=True)
        self.signing_jwk = school_file.new_signing_key()
        self._homes: list[Services] = []

    def school(self, **changes: object) -> VerifiedSchool:
        """The school's file, with other values where they are given."""
        key = sealed.public_of(sealed.new_encryption_key())
        receipt = str(json.loads(school_file.new_signing_key())["x"])
        policy = content_for(self.folder("empty"), resources=paths.resource(".")).content.policy
        file = SchoolFile(
            school_id="5d" * 16,
            sequence=1,
            signed_on=NOW.date(),
            name=policy.school.name,
            short_name=policy.school.short_name,
            contacts=(Contact(id=policy.contacts[0].id, title=policy.contacts[0].title, name="Ann Hill"),),
            policy_id=policy.id,
            policy_title=policy.title,
            policy_hash="5d" * 32,
            adopted=policy.adopted,
            next_review=policy.next_review,
            share=ShareAddress(folder=str(self.share)),
            readers=(Reader(title="the headteacher", key=key, receipt_key=receipt),),
            recovery=sealed.public_of(sealed.new_encryption_key()),
            sealed_signing_key="e30.e30.e30.e30.e30",
        )
        signed = school_file.sign_school(structs.replace(file, **changes), private_jwk=self.signing_jwk)
        return school_file.verify_school(signed)

    def folder(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def head(self, name: str = "head") -> Services:
        """The computer where the school was set up."""
        made = self.staff(name)
        school_keys.keep_signing_key(made.home, self.signing_jwk)
        return made

    def staff(self, name: str = "staff") -> Services:
        """The computer of somebody who has opened the school's file."""
        home = self.folder(name)
        read = content_for(home, resources=paths.resource("."))
        made = Services(
            home=home,
            content=read.content,
            own_content=read.own,
            private=Database(home / "private.db", PRIVATE),
            school=Database(home / "school.db", SCHOOL),
            now=lambda: NOW,
            school_file=self.school(),
            renew=self.started_again,
        )
        self._homes.append(made)
        return made

    def started_again(self, services: Services) -> Services:
        """The same home, with its content read anew."""
        read = content_for(services.home, resources=paths.resource("."))
        return structs.replace(services, content=read.content, own_content=read.own)

    def close(self) -> None:
        for services in self._homes:
            services.private.close()
            services.school.close()
