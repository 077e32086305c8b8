"""Days for a person's own calendar, as .ics files: the next check, and what was left for later.

A calendar is often shared at work, so an entry says what there is to do and nothing of accounts or answers.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from nickaudit.domain.certificate import Claims
from nickaudit.domain.delivery import Issued

_MAKER = "-//NickAudit//Social media check//EN"
_NEXT_CHECK = "Social media check is due"
_LEFT_FOR_LATER = "Things I left for later in my social media check"
_NINE = timedelta(hours=9)
"""When a reminder comes, counted from the midnight the day begins with."""


def next_check(certificate: Claims | Issued) -> bytes:
    """The day the next check after this certificate is due, with a reminder a week before."""
    return _entry(
        certificate.next_due,
        title=_NEXT_CHECK,
        about="Time to look at your own social media again. Open the social media check at a quiet moment.",
        made_on=certificate.finished_on,
        identity=f"next-check/{certificate.number}",
        remind=_NINE - timedelta(days=7),
    )


def left_for_later(day: date, *, today: date) -> bytes:
    """The day by which a person wants to look at what they left, with a reminder that morning."""
    return _entry(
        day,
        title=_LEFT_FOR_LATER,
        about="Open the social media check and carry on where you were.",
        made_on=today,
        identity=f"left-for-later/{today.isoformat()}/{day.isoformat()}",
        remind=_NINE,
    )


def _entry(day: date, *, title: str, about: str, made_on: date, identity: str, remind: timedelta) -> bytes:
    from icalendar import Alarm, Calendar, Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"urn:nickaudit:{identity}")))
    event.add("dtstamp", datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", remind)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
