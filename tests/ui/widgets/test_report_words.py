"""What stands above the head's table, in words."""

import datetime as dt

import pytest

from nickaudit.domain.status import Note, Report, Row, Status
from nickaudit.ui.messages import NOTES, notes_in_words
from nickaudit.ui.widgets.report_table import lines_of, sentence, words_of
from nickaudit.ui.widgets.report_words import (
    NOBODY_NOW,
    NOBODY_YET,
    NOT_READ_YET,
    ago,
    bar_parts,
    figure,
    need_a_look,
)
from tests.factories import TODAY

NOW = dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC)


def make_row(
    status: Status = Status.FINISHED, *, due: dt.date = dt.date(2027, 11, 24), **changes: object
) -> Row:
    values = {"name": "Rosalind Ash", "role": "Teacher", "finished_on": TODAY, **changes}
    return Row(status=status, next_due=due, **values)  # type: ignore[arg-type]


def make_report(*rows: Row, read_at: dt.datetime | None = NOW) -> Report:
    count = [row.status for row in rows].count
    return Report(
        as_of=TODAY,
        school="St Nicholas",
        rows=rows,
        set_aside=(),
        finished=count(Status.FINISHED),
        due=count(Status.DUE),
        overdue=count(Status.OVERDUE),
        read_at=read_at,
    )


def test_the_figure_in_its_forms() -> None:
    assert figure(make_report(read_at=None)) == NOT_READ_YET
    assert figure(make_report()) == NOBODY_YET
    assert figure(make_report(make_row(Status.OVERDUE))) == NOBODY_NOW
    assert figure(make_report(make_row())) == "1 adult has finished"
    assert figure(make_report(*[make_row()] * 1_200, make_row(Status.DUE))) == "1,200 adults have finished"


def test_those_who_are_due_are_due_by_the_last_of_their_days() -> None:
    days = (dt.date(2026, 12, 5), dt.date(2026, 12, 19), dt.date(2026, 11, 30))
    parts = bar_parts(make_report(*[make_row(Status.DUE, due=day) for day in days]))
    assert [(part.count, part.words) for part in parts] == [
        (0, "finished"),
        (3, "due by 19 December"),
        (0, "overdue"),
    ]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (dt.timedelta(seconds=59), "just now"),
        (dt.timedelta(seconds=-90), "just now"),
        (dt.timedelta(seconds=61), "a minute ago"),
        (dt.timedelta(minutes=59), "59 minutes ago"),
        (dt.timedelta(minutes=60), "an hour ago"),
        (dt.timedelta(hours=5), "5 hours ago"),
        (dt.timedelta(hours=17), "yesterday"),
        (dt.timedelta(days=4), "4 days ago"),
        (dt.timedelta(days=40), "on 15 Oct 2026"),
    ],
)
def test_how_long_ago(before: dt.timedelta, said: str) -> None:
    assert ago(NOW - before, now=NOW) == said


def test_files_that_need_a_look_are_counted_in_words() -> None:
    assert [need_a_look(files) for files in (0, 1, 1_003)] == [
        "No file needs a look",
        "1 file needs a look",
        "1,003 files need a look",
    ]


def test_a_cell_has_one_note_whole_and_several_in_short_but_the_sentence_has_them_all() -> None:
    assert notes_in_words(()) == ""
    assert notes_in_words((Note.NEW_KEY,)) == "From a new computer: ask in person"
    both = (Note.SAME_NAME, Note.NEW_KEY)
    assert notes_in_words(both) == "Ask in person: name here twice, new computer"
    assert notes_in_words((Note.NOT_CONFIRMED, Note.DATED_BACK)) == "Dated more than a day before it came"
    (line,) = lines_of([make_row(notes=both)], as_of=TODAY)
    assert all(NOTES[note] in sentence(line) for note in both)


def test_a_name_is_found_without_accents_hyphens_or_order() -> None:
    (line,) = lines_of([make_row(name="Zoë Smith-Núñez")], as_of=TODAY)
    assert line.name == "Smith-Núñez, Zoë"
    assert all(line.is_called(words_of(typed)) for typed in ("zoe", "NUNEZ", "smithnu zo", "Smith-N", ", "))
    assert not line.is_called(words_of("ezoe"))
