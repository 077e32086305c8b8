"""The school file on a real Samba: put there by the head, tried before, and read by a member of staff."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.letter_box import Others
from nickaudit.services import giving_school, own_school
from nickaudit.services.letter_box import try_it
from nickaudit.share import courier
from tests.servers.samba import Samba, samba, why_not
from tests.services.school_world import SchoolWorld

Require = Callable[[object, str], None]
pytestmark = pytest.mark.slow


@pytest.fixture
def server(require: Require) -> Iterator[Samba]:
    require(not why_not(), why_not())
    with samba() as running:
        yield running


def never() -> bool:
    return False


def test_the_head_puts_it_there_again_and_again_and_staff_read_it(server: Samba, tmp_path: Path) -> None:
    world = SchoolWorld(tmp_path / "world")
    head = world.head()
    school = world.school(share=structs.replace(server.address("head"), user=""))
    own_school.take(head.home, school.raw)
    password = server.password("head")
    for _ in range(2):
        assert giving_school.put_on_server(head, user="head", password=password) is Delivery.SENT
    assert server.files()[own_school.FILE_NAME] == school.raw
    found = courier.fetch(
        server.address("staff1"),
        (own_school.FILE_NAME,),
        password=server.password("staff1"),
        limit=own_school.LARGEST,
    )
    assert found == {own_school.FILE_NAME: school.raw}
    refused = giving_school.put_on_server(head, user="head", password="not the password")
    assert refused is Delivery.WAITING_REFUSED
    world.close()


def test_a_try_tells_a_right_log_in_from_a_wrong_one_and_leaves_nothing(server: Samba) -> None:
    address = server.address("head")
    tried = try_it(address, password=server.password("head"), cancelled=never)
    assert (tried.state, tried.others) == (Delivery.SENT, Others.NOT_KNOWN)
    assert try_it(address, password="wrong", cancelled=never).state is Delivery.WAITING_REFUSED
    assert server.files() == {}
