"""What looks for readable words on the share sees them where there are some."""

from nickaudit.credentials import certificate_jwt, sealed
from tests.factories import make_claims
from tests.reading_school import ReadingSchool
from tests.servers.readable import WORDS, readable


def test_an_open_certificate_can_be_read_and_a_sealed_one_cannot() -> None:
    signed = certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())
    assert b"rosalind" not in signed.lower(), "so it is not enough to look at its bytes"
    assert readable(signed) == set(WORDS) - {"instagram"}
    file = ReadingSchool().file()
    assert readable(sealed.seal(signed, to=file.school.keys_for("teacher"))) == set()  # type: ignore[arg-type]
    assert "nicholas" in readable(file.raw)
