"""One screen of the window, and which kinds of screens there are. `domain.route` says how they follow."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.ids import AccountId


class StepKind(StrEnum):
    """One kind per screen."""

    FIRST = "first"
    WHOSE_COMPUTER = "whose-computer"
    HOME = "home"
    ABOUT_YOU = "about-you"
    ACCOUNTS = "accounts"
    STOP = "stop"
    LOOK = "look"
    POLICY_SAYS = "policy-says"
    REVIEW = "review"
    CERTIFICATE = "certificate"
    HANDING_OVER = "handing-over"
    MORE = "more"
    TOOL = "tool"
    SEARCHES = "searches"
    LETTER = "letter"
    OLD_ACCOUNTS = "old-accounts"
    CLOSING = "closing"
    WHO_TO_TELL = "who-to-tell"
    COMPLICATED = "complicated"
    SCENARIOS = "scenarios"
    SCHOOL_SEES = "school-sees"
    RESPONSIBLE = "responsible"
    HELP = "help"
    REPORT = "report"
    SET_ASIDE = "set-aside"
    CONFIRM = "confirm"
    POLICY_REVIEW = "policy-review"
    OUR_POLICY = "our-policy"
    OUR_LINE = "our-line"
    OUR_DETAILS = "our-details"
    GIVE_POLICY = "give-policy"
    SCHOOL_CONTENT = "school-content"
    SCHOOL_FILE = "school-file"
    SET_UP = "set-up"
    SET_UP_SCHOOL = "set-up-school"
    SET_UP_CONTACTS = "set-up-contacts"
    SET_UP_CONTACT = "set-up-contact"
    SET_UP_POLICY = "set-up-policy"
    SET_UP_SHARE = "set-up-share"
    SET_UP_ROUND = "set-up-round"
    SET_UP_READERS = "set-up-readers"
    SET_UP_REVIEW = "set-up-review"
    SET_UP_RECOVERY = "set-up-recovery"
    SET_UP_GIVE = "set-up-give"
    SET_UP_HAND_OVER = "set-up-hand-over"
    SET_UP_NEW_KEY = "set-up-new-key"
    SET_UP_RECOVER = "set-up-recover"
    SET_UP_READER_FILE = "set-up-reader-file"


class Step(Struct, frozen=True, kw_only=True):
    """One screen of the way."""

    kind: StepKind
    account: AccountId = AccountId("")
    item: str = ""
    """Stop, look or statement page; a situation; a way of handing over; a certificate's number; a contact;
    a line of the policy; the path of a school file."""

    @property
    def token(self) -> str:
        """As stored, to carry on at the same place."""
        return f"{self.kind}|{self.account}|{self.item}"
