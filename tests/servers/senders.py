"""People who send from outboxes of their own to a real Samba, and whether all of it arrived, and once."""

import datetime as dt
import multiprocessing
import time
from pathlib import Path

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.delivery import Issued
from nickaudit.domain.due_dates import next_due
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery
from nickaudit.services.sealing import Sealing
from nickaudit.store.database import Database
from nickaudit.store.private import issued, outbox
from nickaudit.store.private.migrations import SCHEMA
from tests.factories import TODAY, make_claims
from tests.reading_school import ReadingSchool
from tests.servers.samba import STAFF, Samba

NOW = dt.datetime(2026, 11, 25, 16, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)


def certify(path: Path, count: int, *, prefix: str = "0000") -> dict[CertificateNumber, bytes]:
    """A store with so many certificates, and what they say."""
    database, key = Database(path, SCHEMA), certificate_jwt.new_key()
    made = {}
    for place in range(count):
        number = CertificateNumber(f"{prefix}-0000-{place:04}")
        made[number] = certificate_jwt.sign(make_claims(number=number), private_jwk=key)
        day = next_due(TODAY)
        issued.add(database, Issued(number=number, finished_on=TODAY, next_due=day, folder=""), made[number])
    database.close()
    return made


def send_all(path: Path, address: ShareAddress, password: str, sealing: Sealing, patience: float) -> None:
    """One person's program, in a process of its own: queue everything, and try until it is there."""
    database = Database(path, SCHEMA)
    for number in [row[0] for row in database.rows("SELECT number FROM issued")]:
        delivery.queue(database, number=number, address=address, now=NOW, sealing=sealing)
    until = time.monotonic() + patience
    while delivery.waiting(database) and time.monotonic() < until:
        delivery.try_all_waiting(database, now=NOW, sealing=sealing, password_for=lambda _address: password)
    database.close()


def on_the_share(server: Samba) -> dict[str, bytes]:
    """What readers see: not what is temporary."""
    return {name: content for name, content in server.files().items() if not name.startswith(".")}


def four_senders(
    server: Samba, folder: Path, sealing: Sealing, *, each: int, patience: float
) -> tuple[dict[CertificateNumber, bytes], list[Path], list[multiprocessing.Process]]:
    spawn = multiprocessing.get_context("spawn")
    signed: dict[CertificateNumber, bytes] = {}
    paths, senders = [], []
    for place, user in enumerate(STAFF):
        path = folder / f"{user}.db"
        signed |= certify(path, each, prefix=f"000{place}")
        sender = spawn.Process(
            target=send_all, args=(path, server.address(user), server.password(user), sealing, patience)
        )
        sender.start()
        paths.append(path)
        senders.append(sender)
    return signed, paths, senders  # type: ignore[return-value]


def assert_once_each(
    server: Samba, school: ReadingSchool, signed: dict[CertificateNumber, bytes], paths: list[Path]
) -> None:
    found = on_the_share(server)
    names = set()
    for path in paths:
        database = Database(path, SCHEMA)
        assert delivery.waiting(database) == ()
        items = outbox.sent(database, since=NOW)
        for item in items:
            assert item.sealed is not None
            assert found[item.file_name] == item.sealed.content
            names.add(item.file_name)
        database.close()
    assert names == found.keys()
    assert sorted(school.opened(content) for content in found.values()) == sorted(signed.values())
