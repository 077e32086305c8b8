"""What every place for secrets must do. A test class for each place inherits this and gives it a `store`."""

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys.base import KeyStore


class KeyStoreContract:
    place: KeyPlace

    def test_it_says_where_it_is(self, store: KeyStore) -> None:
        assert store.place is self.place

    def test_what_was_never_written_is_not_there(self, store: KeyStore) -> None:
        assert store.read("certificate-key") is None

    def test_what_is_written_is_read_back(self, store: KeyStore) -> None:
        secret = certificate_jwt.new_key()
        store.write("certificate-key", secret)
        assert store.read("certificate-key") == secret

    def test_a_new_secret_takes_the_place_of_the_old(self, store: KeyStore) -> None:
        store.write("certificate-key", "first")
        store.write("certificate-key", "second")
        assert store.read("certificate-key") == "second"

    def test_two_names_are_two_secrets(self, store: KeyStore) -> None:
        store.write("certificate-key", "one")
        store.write("share-password", "two")
        assert (store.read("certificate-key"), store.read("share-password")) == ("one", "two")
        store.delete("share-password")
        assert (store.read("certificate-key"), store.read("share-password")) == ("one", None)

    def test_any_text_and_as_much_as_windows_takes_is_kept(self, store: KeyStore) -> None:
        secret = ("Żółć فاطمة 欧阳 \\ \" ' \n\t" + "x" * 1280)[:1280]
        store.write("certificate-key", secret)
        assert store.read("certificate-key") == secret

    def test_what_is_deleted_is_gone_and_deleting_twice_is_no_fault(self, store: KeyStore) -> None:
        store.write("certificate-key", "secret")
        store.delete("certificate-key")
        store.delete("certificate-key")
        assert store.read("certificate-key") is None

    def test_another_folder_has_secrets_of_its_own(self, store: KeyStore, other: KeyStore) -> None:
        store.write("certificate-key", "mine")
        assert other.read("certificate-key") is None
        other.write("certificate-key", "theirs")
        assert store.read("certificate-key") == "mine"
        other.delete("certificate-key")
        assert store.read("certificate-key") == "mine"
