"""Who can read what leaves the computer, and the certificate in the form that only they can read.

Without a school file there are no keys to seal for: then a certificate goes as it is, and the pages say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.delivery import Sealed
from nickaudit.domain.ids import RoleId
from nickaudit.store.private import sealed as sealed_store

if TYPE_CHECKING:
    from nickaudit.domain.certificate import Claims
    from nickaudit.domain.ids import CertificateNumber
    from nickaudit.domain.school import Reader, SchoolFile
    from nickaudit.services import Services
    from nickaudit.store.database import Database


class Sealing(Struct, frozen=True, kw_only=True):
    """What it takes to seal: the school file, and whose role is called what."""

    school: SchoolFile
    roles: dict[str, RoleId]
    """A certificate names the role by its title only; the school file goes by ids."""

    def readers_for(self, claims: Claims) -> tuple[Reader, ...]:
        """Who can read that certificate, beside whoever holds the school's recovery key."""
        return self.school.readers_for(self._role_in(claims))

    def keys_for(self, claims: Claims) -> tuple[str, ...]:
        """The public keys to seal it for, each once."""
        return tuple(dict.fromkeys(self.school.keys_for(self._role_in(claims))))

    def _role_in(self, claims: Claims) -> RoleId:
        return self.roles.get(claims.role, RoleId(""))


def sealing_of(services: Services) -> Sealing | None:
    """How to seal with the school file in use; None where there is none."""
    from nickaudit.domain.person import tidy

    if services.school_file is None:
        return None
    roles = {tidy(role.title): RoleId(role.id) for role in services.content.policy.roles}
    return Sealing(school=services.school_file.school, roles=roles)


def sealed_form(private: Database, number: CertificateNumber, *, signed: bytes, sealing: Sealing) -> Sealed:
    """The certificate, sealed. The same bytes each time, for as long as the readers are the same.

    Sealing is random; were each way to the school sealed by itself, the school could not tell a second copy
    from a certificate that somebody else has sent again. Slow at first: never on the window's thread.

    Raises:
        CertificateRefused: the signed file is not what it was.
    """
    from nickaudit.credentials import certificate_jwt
    from nickaudit.credentials.sealed import seal

    claims, _ = certificate_jwt.claims_and_key(signed)
    keys = sealing.keys_for(claims)
    kept = sealed_store.of(private, number)
    if kept is not None and kept.keys == frozenset(keys):
        return kept
    made = Sealed(
        content=seal(signed, to=keys),
        readers=sealing.readers_for(claims),
        recovery=sealing.school.recovery,
    )
    sealed_store.keep(private, number, made)
    return made
