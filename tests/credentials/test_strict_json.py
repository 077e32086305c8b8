import contextlib
import json

from hypothesis import given
from hypothesis import strategies as st

from nickaudit.credentials.strict_json import parse_object
from nickaudit.domain.certificate import CertificateRefused

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), plain, max_size=4))
def test_honest_json_means_what_it_means_elsewhere(value: dict[str, object]) -> None:
    written = json.dumps(value)
    try:
        assert parse_object(written.encode()) == json.loads(written)
    except CertificateRefused:
        assert written.count("[") + written.count("{") > 8


@given(st.binary(max_size=80) | st.text('{}[]":,\\u0eE1-+.NaInfity ', max_size=80).map(str.encode))
def test_anything_else_is_refused_and_never_an_error(untrusted: bytes) -> None:
    with contextlib.suppress(CertificateRefused):
        assert isinstance(parse_object(untrusted), dict)
