"""A school whose readers' private keys are at hand: what is sealed for it can be opened, and answered."""

import datetime as dt
import hashlib
from typing import Any

from nickaudit.credentials import receipt as receipt_files
from nickaudit.credentials import school_file, sealed, signing_key
from nickaudit.credentials.sealed import Unsealer
from nickaudit.domain.ids import RoleId
from nickaudit.domain.school import Reader, Receipt, SchoolFile, VerifiedSchool
from nickaudit.domain.share_address import ShareAddress

_SEALED_KEY = "e30.e30.e30.e30.e30"


class ReadingSchool:
    """The head, the deputy and the chair of governors, each with keys; and the recovery key."""

    def __init__(self) -> None:
        self.signing = school_file.new_signing_key()
        self.keys = {who: sealed.new_encryption_key() for who in ("head", "deputy", "chair", "recovery")}
        self.receipts = {who: signing_key.new_key() for who in ("head", "deputy", "chair")}
        self.head = self._reader("head", "the headteacher", "Oriel Marsh")
        self.deputy = self._reader("deputy", "the deputy", "Tam Rowan")
        self.chair = self._reader("chair", "the chair of governors", "Isla Fern")

    def file(self, **changes: Any) -> VerifiedSchool:
        """The school file, with other values where they are given."""
        values: dict[str, Any] = {
            "school_id": "ab" * 16,
            "sequence": 1,
            "signed_on": dt.date(2026, 11, 25),
            "name": "St Nicholas CE Primary School",
            "short_name": "St Nicholas",
            "policy_id": "st-nicholas",
            "policy_title": "Social media, May 2018",
            "policy_hash": "5d" * 32,
            "adopted": "2018-05",
            "next_review": "2018-09",
            "share": ShareAddress(),
            "readers": (self.head, self.deputy),
            "head_roles": (RoleId("headteacher"),),
            "head_reader": self.chair,
            "recovery": sealed.public_of(self.keys["recovery"]),
            "sealed_signing_key": _SEALED_KEY,
        }
        made = SchoolFile(**{**values, **changes})
        return school_file.verify_school(school_file.sign_school(made, private_jwk=self.signing))

    def opened(self, content: bytes, *, by: str = "head") -> bytes:
        """What is inside, for one of them. Raises CertificateRefused for whom it is not."""
        return Unsealer([self.keys[by]]).open(content)

    def receipt_for(self, content: bytes, *, day: dt.date = dt.date(2026, 11, 25), by: str = "head") -> bytes:
        """What that reader's program leaves beside the file."""
        said = Receipt(school_id="ab" * 16, file_hash=hashlib.sha256(content).hexdigest(), received_on=day)
        return receipt_files.sign_receipt(said, private_jwk=self.receipts[by])

    def _reader(self, who: str, title: str, name: str) -> Reader:
        return Reader(
            title=title,
            name=name,
            key=sealed.public_of(self.keys[who]),
            receipt_key=signing_key.public_x(self.receipts[who]),
        )
