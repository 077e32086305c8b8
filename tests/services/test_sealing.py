"""What leaves the computer where there is a school file: for whom it is sealed, and when anew."""

import pytest
from msgspec import structs

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.certificate import CertificateRefused, Refusal
from nickaudit.domain.ids import CertificateNumber, RoleId
from nickaudit.domain.school import VerifiedSchool
from nickaudit.services import Services
from nickaudit.services.sealing import Sealing, sealed_form, sealing_of
from tests.factories import make_claims
from tests.reading_school import ReadingSchool

NUMBER = CertificateNumber("7F3A-91C2-04DE")


@pytest.fixture(scope="module")
def school() -> ReadingSchool:
    return ReadingSchool()


def sealing_with(services: Services, file: VerifiedSchool) -> Sealing:
    made = sealing_of(structs.replace(services, school_file=file))
    assert made is not None
    return made


def signed_by(role: str) -> bytes:
    return certificate_jwt.sign(make_claims(role=role), private_jwk=certificate_jwt.new_key())


def test_without_a_school_file_nothing_is_sealed(services: Services) -> None:
    assert sealing_of(services) is None


def test_the_schools_readers_and_the_recovery_key_open_it_and_nobody_else(
    services: Services, school: ReadingSchool
) -> None:
    signed = signed_by("Teaching assistant")
    made = sealed_form(services.private, NUMBER, signed=signed, sealing=sealing_with(services, school.file()))
    assert made.readers == (school.head, school.deputy)
    for who in ("head", "deputy", "recovery"):
        assert school.opened(made.content, by=who) == signed
    with pytest.raises(CertificateRefused) as refused:
        school.opened(made.content, by="chair")
    assert refused.value.reason is Refusal.SEALED_FOR_OTHERS


def test_the_heads_own_goes_to_the_chair_of_governors(services: Services, school: ReadingSchool) -> None:
    policy = services.content.policy
    title = next(role.title for role in policy.roles if role.id == "headteacher")
    made = sealed_form(
        services.private, NUMBER, signed=signed_by(title), sealing=sealing_with(services, school.file())
    )
    assert made.readers == (school.chair,)
    for who in ("head", "deputy"):
        with pytest.raises(CertificateRefused):
            school.opened(made.content, by=who)


def test_where_nobody_reads_the_heads_own_only_the_recovery_key_opens_it(
    services: Services, school: ReadingSchool
) -> None:
    sealing = sealing_with(services, school.file(head_reader=None, head_roles=(RoleId("headteacher"),)))
    title = next(role.title for role in services.content.policy.roles if role.id == "headteacher")
    made = sealed_form(services.private, NUMBER, signed=signed_by(title), sealing=sealing)
    assert made.readers == ()
    assert school.opened(made.content, by="recovery")


def test_every_way_to_the_school_carries_the_same_bytes_until_the_readers_change(
    services: Services, school: ReadingSchool
) -> None:
    signed, sealing = signed_by("Teaching assistant"), sealing_with(services, school.file())
    first = sealed_form(services.private, NUMBER, signed=signed, sealing=sealing)
    assert sealed_form(services.private, NUMBER, signed=signed, sealing=sealing) == first
    renamed = sealing_with(services, school.file(sequence=2, name="St Nicholas Academy"))
    assert sealed_form(services.private, NUMBER, signed=signed, sealing=renamed) == first
    fewer = sealing_with(services, school.file(sequence=3, readers=(school.head,)))
    anew = sealed_form(services.private, NUMBER, signed=signed, sealing=fewer)
    assert anew.content != first.content
    assert anew.readers == (school.head,)
    with pytest.raises(CertificateRefused):
        school.opened(anew.content, by="deputy")


def test_what_is_no_longer_as_it_was_signed_is_never_sealed(
    services: Services, school: ReadingSchool
) -> None:
    head, payload, signature = signed_by("Teaching assistant").split(b".")
    with pytest.raises(CertificateRefused):
        sealed_form(
            services.private,
            NUMBER,
            signed=b".".join((head, payload[:-4] + b"AAAA", signature)),
            sealing=sealing_with(services, school.file()),
        )
