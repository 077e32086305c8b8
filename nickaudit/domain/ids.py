"""Names for the identifiers, so that one kind is never taken for another."""

from typing import NewType

AccountId = NewType("AccountId", str)
"""One account of the person: a random token, never a handle. `TOGETHER` stands for all of them at once."""

AuditId = NewType("AuditId", int)
"""One check of one person, in their own store."""

CertificateNumber = NewType("CertificateNumber", str)
"""Number of one certificate, as printed: three groups of four hexadecimal digits, `7F3A-91C2-04DE`."""

CheckId = NewType("CheckId", str)
ContactId = NewType("ContactId", str)
GroupId = NewType("GroupId", str)
LineId = NewType("LineId", str)
LookId = NewType("LookId", str)
PageId = NewType("PageId", str)
PlatformId = NewType("PlatformId", str)
RoleId = NewType("RoleId", str)
SituationId = NewType("SituationId", str)
StopId = NewType("StopId", str)

TOGETHER = AccountId("together")
"""The account under which answers stand that are asked once for all accounts and shared blocks."""
