"""A school set up for tests, by the services and with real keys."""

from typing import Any

from msgspec import structs

from nickaudit.domain.school import Nation, VerifiedSchool
from nickaudit.domain.school_draft import Draft
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import Services, own_school, recovery_key, school_setup
from nickaudit.services.recovery_key import NewSchool

_REACHED = {
    "headteacher": {"name": "Ada Elm", "email": "head@hill.example"},
    "dsl": {"name": "Bo Fir", "phone": "01632 960 001"},
    "chair": {"name": "Cy Oak", "phone": "01632 960 002"},
}


def whole_draft(services: Services, **changes: Any) -> Draft:
    """A draft with nothing wrong with it."""
    draft = school_setup.begin(services)
    return structs.replace(
        draft,
        **{
            "name": "Hill School",
            "short_name": "Hill",
            "other_names": (),
            "nation": Nation.ENGLAND,
            "share": ShareAddress(folder="/srv/checks"),
            "own_name": "Ada Elm",
            "contacts": tuple(structs.replace(each, **_REACHED.get(each.id, {})) for each in draft.contacts),
            **changes,
        },
    )


def set_up(services: Services, **changes: Any) -> tuple[VerifiedSchool, NewSchool]:
    """The school file in use on that home, and the keys it was made with."""
    made = recovery_key.new_school()
    read_back = recovery_key.read_back_typed(made, made.printed)
    school_setup.finish(services, whole_draft(services, **changes), made=made, read_back=read_back)
    used = own_school.in_use(services.home)
    assert used is not None
    return used, made
