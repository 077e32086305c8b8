"""Putting the school file where staff find it: on the server that certificates go straight to. Slow."""

from collections.abc import Callable

from msgspec import structs

from nickaudit.domain.delivery import Delivery
from nickaudit.services import Services, own_school
from nickaudit.services.school_setup import NotSetUpError
from nickaudit.share import courier


def put_on_server(
    services: Services, *, user: str, password: str, cancelled: Callable[[], bool] = lambda: False
) -> Delivery:
    """Put the school file in use at the school's address, in place of an older one there.

    Raises:
        NotSetUpError: there is none.
    """
    used = own_school.in_use(services.home)
    if used is None:
        raise NotSetUpError
    address = structs.replace(used.school.share, user=user)
    return courier.publish(address, own_school.FILE_NAME, used.raw, password=password, cancelled=cancelled)
