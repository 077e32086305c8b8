import datetime as dt

from nickaudit.domain.delivery import Delivery, OutboxItem, is_due, retry_after
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.share_address import ShareAddress

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def item(
    *, state: Delivery, tries: int = 0, tried_at: dt.datetime | None = None, server: str = ""
) -> OutboxItem:
    return OutboxItem(
        number=CertificateNumber("7F3A-91C2-04DE"),
        address=ShareAddress(server=server, share="checks") if server else ShareAddress(folder="/school"),
        file_name="x",
        state=state,
        tries=tries,
        queued_at=NOW,
        tried_at=tried_at,
    )


def test_the_wait_doubles_from_a_minute_to_six_hours() -> None:
    minutes = [retry_after(tries) / dt.timedelta(minutes=1) for tries in (0, 1, 2, 3, 9, 10, 100_000)]
    assert minutes == [1, 1, 2, 4, 256, 360, 360]


def test_what_waits_is_tried_again_when_its_time_has_come() -> None:
    gone = item(state=Delivery.WAITING_GONE, tries=3, tried_at=NOW)
    assert not is_due(gone, now=NOW + dt.timedelta(minutes=3))
    assert is_due(gone, now=NOW + dt.timedelta(minutes=4))


def test_what_was_never_tried_is_tried_now() -> None:
    assert is_due(item(state=Delivery.WAITING_NOT_TRIED), now=NOW)


def test_a_clock_set_back_holds_nothing_up() -> None:
    assert is_due(item(state=Delivery.WAITING_FULL, tries=9, tried_at=NOW), now=NOW - HOUR)


def test_what_was_sent_or_cancelled_is_not_tried() -> None:
    assert not is_due(item(state=Delivery.SENT, tried_at=NOW), now=NOW + 100 * HOUR)
    assert not is_due(item(state=Delivery.NOT_SENT), now=NOW)


def test_a_password_that_was_refused_is_never_tried_again_by_itself() -> None:
    for state in (Delivery.WAITING_REFUSED, Delivery.WAITING_PASSWORD):
        asked = item(state=state, tries=1, tried_at=NOW, server="nas")
        assert asked.wants_password
        assert not is_due(asked, now=NOW + 100 * HOUR)
        assert is_due(item(state=state, tries=1, tried_at=NOW), now=NOW + HOUR), "a folder asks nobody"


def test_every_state_is_either_sent_or_not_or_waiting() -> None:
    assert {state for state in Delivery if not state.is_waiting} == {Delivery.SENT, Delivery.NOT_SENT}
