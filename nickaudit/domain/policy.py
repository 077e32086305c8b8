"""A school's policy as the program knows it: sentences, how strong each is, whom to tell.

The pack stores where a sentence of the policy stands (heading and opening words), not the sentence itself.
"""

from enum import StrEnum

from msgspec import Struct, field

from nickaudit.domain.ids import ContactId, GroupId, LineId, PageId, RoleId, SituationId

LEAD = "the safeguarding lead (DSL)"
"""Whom to tell about a child, where a pack does not say it."""


class Strength(StrEnum):
    """The policy's own verb. Nothing is ever said more strongly than this."""

    MUST = "must"
    MUST_NOT = "must not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    SHOULD_NEVER = "should never"
    NEED_TO = "need to"
    WILL = "will"
    WILL_NOT = "will not"
    EXPECTED = "expected"
    ADVISED = "advised"
    ENCOURAGED = "encouraged"
    MAY = "may"
    PERMITTED = "permitted"
    STATED = "stated"
    """The policy says how a thing is or is done, with no verb that asks for anything."""
    GOOD_PRACTICE = "good practice"

    @property
    def leaves_a_choice(self) -> bool:
        """Whether leaving it is simply the person's choice (the policy advises, it does not require)."""
        return self in _CHOICES


_CHOICES = frozenset(
    {Strength.ADVISED, Strength.ENCOURAGED, Strength.MAY, Strength.PERMITTED, Strength.GOOD_PRACTICE}
)


class Topic(StrEnum):
    """What a check is about; each platform covers every topic or says why not."""

    PRIVACY = "privacy"
    LOCATION = "location"
    LISTINGS = "listings"
    IDENTITY = "identity"
    CONTACT_DETAILS = "contact details"
    PEOPLE = "people"
    CONTENT = "content"
    SIGN_IN = "sign-in"


class Audience(StrEnum):
    """To whom a sentence applies."""

    EVERYONE = "everyone"
    ONLINE_IN_JOB = "online in their job"


class PolicyLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sentence of the policy in our words, with its place and its verb."""

    id: LineId
    strength: Strength
    clause: str = ""
    """Number as the policy prints it (`2.5`), empty where the section has none."""
    heading: str
    opening: str
    """The sentence's first words in the document, enough to find it."""
    words: str
    """Our words, with the policy's own verb."""
    also: tuple[str, ...] = ()
    """Opening words of further sentences it stands for, anywhere in the document."""
    hangs_from: str = ""
    """Opening words of the sentence a list hangs from, where the verb stands there."""
    topic: Topic | None = None
    why: str = ""
    """Why it matters, with an example from a school."""
    help: str = ""
    """What to say to somebody who is not sure."""
    applies_to: Audience = Audience.EVERYONE
    off: bool = False
    """The school has switched it off: it keeps its id, is shown to nobody, and nothing is asked for it."""

    @property
    def place(self) -> str:
        """Where to look in the policy: `policy 2.5`, or the section's heading."""
        return f"policy {self.clause}" if self.clause else f"policy, “{self.heading}”"


class StatementPage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One page to read: what the policy says, and where to turn."""

    id: PageId
    title: str
    heading: str
    """The page's heading, as a question."""
    lines: tuple[LineId, ...]
    where_to_turn: str
    groups: tuple["LineGroup", ...] = field(default=(), name="group")
    """How the lines are grouped under small headings; all of `lines`, once each."""
    note: str = ""
    """Our own advice on the page, marked as ours."""
    applies_to: Audience = Audience.EVERYONE
    seconds: int = 90


class LineGroup(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A small heading on a statement page with the lines under it."""

    heading: str
    lines: tuple[LineId, ...]


class Contact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody to turn to, by role; the school may fill in the rest."""

    id: ContactId
    title: str
    """Their role as said in a sentence: `the headteacher`."""
    name: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


class Situation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that happened: whom to tell and what to say. Nothing is recorded."""

    id: SituationId
    title: str
    first: tuple[str, ...]
    """What to do first, in order, each a short sentence."""
    tell: tuple[ContactId, ...]
    say: str
    """Words to say or to send."""
    lines: tuple[LineId, ...] = ()
    """The policy's sentences this rests on; empty where it is our advice."""
    evidence: tuple[str, ...] = ()
    """What to keep, each a short sentence; with it, `first` is the first ten minutes of a bad day."""
    helplines: tuple[ContactId, ...] = ()
    """Who outside the school helps the person themselves."""


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One group of the policy's scope."""

    id: GroupId
    title: str


class Role(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A role in the list a person chooses from, tied to one group of the policy's scope."""

    id: RoleId
    title: str
    group: GroupId


class School(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The school by its names."""

    name: str
    short_name: str
    other_names: tuple[str, ...] = ()


class Guidance(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document the policy cites, and what has replaced it. Dated data, shown to the head only."""

    title: str
    cited_edition: str
    opening: str
    """Words of the policy that cite it."""
    replaced_by: str = ""
    checked_on: str = ""
    """Month (`2026-11`) in which somebody last looked whether it was still current."""


class ReviewQuestion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question for the policy's next review that a reader, not a rule, found."""

    kind: str
    """`contradiction`, `absolute`, `incomplete` or `gap`."""
    question: str
    lines: tuple[LineId, ...] = ()


class Aside(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sentences of the policy that ask nothing of one adult, so that no line covers them, and why."""

    heading: str
    reason: str
    openings: tuple[str, ...] = ()
    """Their first words; empty when everything under the heading is meant."""


class Responsibility(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is responsible for the data, on what basis, and for how long (the privacy notice)."""

    controller: str
    basis: str
    kept_for: str
    rights: tuple[str, ...]
    contact: ContactId
    complain: str


class PolicyPack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole policy pack: everything the program knows of one school's policy."""

    id: str
    version: str
    title: str
    """Short title for a certificate: `Social media, May 2018`."""
    adopted: str
    """Month, `2018-05`."""
    next_review: str
    """Month, `2018-09`."""
    school: School
    contacts: tuple[Contact, ...] = field(name="contact")
    groups: tuple[Group, ...] = field(name="group")
    roles: tuple[Role, ...] = field(name="role")
    lines: tuple[PolicyLine, ...] = field(name="line")
    pages: tuple[StatementPage, ...] = field(name="page")
    situations: tuple[Situation, ...] = field(name="situation")
    responsibility: Responsibility
    keep_before_you_tidy: str
    """Shown above every look: keep, don't answer, tell the safeguarding lead first."""
    exception_words: str
    """What to say to the head when leaving something the policy says with should, will or must."""
    guidance: tuple[Guidance, ...] = ()
    questions: tuple[ReviewQuestion, ...] = field(default=(), name="question")
    asides: tuple[Aside, ...] = field(default=(), name="aside")
    yearly_note: str = ""
    """Why the check comes round every year, in the policy's own strength."""
    statement: str = "Has read what the policy asks, in short, and where to turn"
    """The one statement of a certificate."""

    @property
    def lead(self) -> str:
        """Whom to tell about a child, as said in a sentence; each nation has words of its own."""
        lead = self.contact(ContactId("dsl"))
        return lead.title if lead is not None else LEAD

    @property
    def headings(self) -> frozenset[str]:
        """Every heading of the document that the pack names."""
        return frozenset(line.heading for line in self.lines) | {aside.heading for aside in self.asides}

    def line(self, line_id: LineId) -> PolicyLine | None:
        """The line of that id, or None where this school's policy has no such sentence."""
        return next((line for line in self.lines if line.id == line_id), None)

    def lines_of(self, ids: tuple[LineId, ...]) -> tuple[PolicyLine, ...]:
        """Those lines that this policy has, in the order asked for."""
        return tuple(line for line_id in ids if (line := self.line(line_id)) is not None)

    def contact(self, contact_id: ContactId) -> Contact | None:
        """The contact of that id, if the pack has one."""
        return next((contact for contact in self.contacts if contact.id == contact_id), None)

    def role(self, role_id: RoleId) -> Role | None:
        """The role of that id, if the pack has one."""
        return next((role for role in self.roles if role.id == role_id), None)
