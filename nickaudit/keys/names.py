"""The secrets there are, by the names under which they are kept."""

CERTIFICATE = "certificate-key"
"""Signs the person's own certificates."""
SIGNING = "school-signing-key"
"""Signs the school's files."""
READERS = "reader-keys"
"""Open what is sealed for this reader: the newest first, older ones for older files."""
RECEIPT = "receipt-key"
"""Signs this reader's receipts."""
EARLIER_SIGNING = "earlier-signing-key"
"""A school's signing key that was here before another one was put in its place."""
PASSWORD = "share-password"  # noqa: S105  (the name of the secret, not one)
"""Log-in to the school's server."""

KEYS = (CERTIFICATE, SIGNING, READERS, RECEIPT, EARLIER_SIGNING)
"""What cannot be typed in again: where one of these was and is no more, that is said."""
NAMES = (*KEYS, PASSWORD)
