import json

from joserfc.jwk import OKPKey

from nickaudit.credentials import did_jwk


def test_a_key_is_found_again_in_its_name() -> None:
    key = OKPKey.generate_key("Ed25519")
    public = key.as_dict(private=False)
    found = did_jwk.public_key_in(did_jwk.did_of(str(public["x"])) + did_jwk.FRAGMENT)
    assert OKPKey.import_key(OKPKey.binding.from_public_bytes("Ed25519", found.raw)).as_dict() == public
    assert found.fingerprint == key.thumbprint()


def test_the_name_is_short_enough_for_a_header() -> None:
    header = {"alg": "Ed25519", "kid": did_jwk.did_of("A" * 43) + did_jwk.FRAGMENT, "typ": "vc+jwt"}
    assert len(json.dumps(header)) * 4 / 3 < 512
