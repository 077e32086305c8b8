from nickaudit.store.database import Database
from nickaudit.store.school import sources


def test_places_come_back_in_the_order_in_which_they_came(school: Database) -> None:
    sources.keep_source(school, "/z", school_id="")
    sources.keep_source(school, "/a", school_id="")
    sources.keep_source(school, "/z", school_id="5d" * 16)
    school.close()
    assert list(sources.all_sources(school).items()) == [("/z", "5d" * 16), ("/a", "")]
    sources.drop_source(school, "/z")
    assert sources.all_sources(school) == {"/a": ""}


def test_every_school_file_that_was_in_use_is_kept_as_it_came_first(school: Database) -> None:
    sources.keep_school_file(school, school_id="a", sequence=2, raw=b"second")
    sources.keep_school_file(school, school_id="a", sequence=1, raw=b"first")
    sources.keep_school_file(school, school_id="a", sequence=2, raw=b"another")
    assert sources.school_files(school) == (b"first", b"second")
