"""The school: its names, and the nation whose words and guidance count."""

from __future__ import annotations

from msgspec import structs

from nickaudit.domain.person import tidy
from nickaudit.domain.school import Nation
from nickaudit.domain.school_draft import Draft
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.field import Field

_NATIONS = {
    Nation.ENGLAND: "A concern about a child goes to the safeguarding lead (DSL)",
    Nation.WALES: "A concern about a child goes to the designated safeguarding person (DSP)",
    Nation.SCOTLAND: "A concern about a child goes to the child protection coordinator",
    Nation.NORTHERN_IRELAND: "A concern about a child goes to the designated teacher",
}


class SchoolPage(DraftPage):
    """Three lines and a choice."""

    heading = "Which school is it?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addSpacing(8)
        draft = self.draft
        self.school_name = Field("The school's name", hint="In full, as on its letters.", characters=44)
        self.short_name = Field("Short name", hint="As you say it, like St Nicholas.", characters=24)
        self.other_names = Field(
            "Other names (optional)",
            hint="Names it also goes by, with a comma between them. Certificates with these names count too.",
            characters=58,
            length=1000,
        )
        self.nation = ChoiceGroup(
            "Where is the school?", tuple((nation, nation.value, hint) for nation, hint in _NATIONS.items())
        )
        self.school_name.set_text(draft.name)
        self.short_name.set_text(draft.short_name)
        self.other_names.set_text(", ".join(draft.other_names))
        self.nation.set_value(draft.nation)
        self.school_name.finished.connect(self._drop_the_packs_names)
        self.ask("name", self.school_name)
        self.ask("short_name", self.short_name)
        self.ask("other_names", self.other_names)
        self.ask("nation", self.nation)

    def _drop_the_packs_names(self, name: str) -> None:
        """Another school than the policy pack's does not go by that one's other names."""
        pack = self.context.services.content.policy.school
        if tidy(name) and tidy(name) != pack.name and self.filled().other_names == pack.other_names:
            self.other_names.set_text("")
            self.keep()

    def filled(self) -> Draft:
        """With the names and the nation."""
        nation = self.nation.value
        return structs.replace(
            self.draft,
            name=tidy(self.school_name.text()),
            short_name=tidy(self.short_name.text()),
            other_names=tuple(name for each in self.other_names.text().split(",") if (name := tidy(each))),
            nation=nation if isinstance(nation, Nation) else None,
        )
