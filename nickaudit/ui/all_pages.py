"""Which page shows which kind of step. A page's module is loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from nickaudit.domain.route import StepKind

if TYPE_CHECKING:
    from nickaudit.ui.page import Page

PAGES = {
    StepKind.FIRST: ("staff.first", "FirstPage"),
    StepKind.WHOSE_COMPUTER: ("staff.whose_computer", "WhoseComputerPage"),
    StepKind.HOME: ("staff.home", "HomePage"),
    StepKind.ABOUT_YOU: ("staff.about_you", "AboutYouPage"),
    StepKind.ACCOUNTS: ("staff.accounts", "AccountsPage"),
    StepKind.STOP: ("staff.stop", "StopPage"),
    StepKind.LOOK: ("staff.look", "LookPage"),
    StepKind.POLICY_SAYS: ("staff.policy_says", "PolicySaysPage"),
    StepKind.REVIEW: ("staff.review", "ReviewPage"),
    StepKind.CERTIFICATE: ("staff.certificate", "CertificatePage"),
    StepKind.HANDING_OVER: ("staff.handing_over", "HandingOverPage"),
    StepKind.MORE: ("staff.more", "MorePage"),
    StepKind.TOOL: ("staff.tool", "ToolPage"),
    StepKind.SEARCHES: ("staff.searches", "SearchesPage"),
    StepKind.LETTER: ("staff.letter", "LetterPage"),
    StepKind.OLD_ACCOUNTS: ("staff.old_accounts", "OldAccountsPage"),
    StepKind.CLOSING: ("staff.closing", "ClosingPage"),
    StepKind.WHO_TO_TELL: ("staff.who_to_tell", "WhoToTellPage"),
    StepKind.COMPLICATED: ("staff.complicated", "ComplicatedPage"),
    StepKind.SCENARIOS: ("staff.scenarios", "ScenariosPage"),
    StepKind.SCHOOL_SEES: ("staff.school_sees", "SchoolSeesPage"),
    StepKind.RESPONSIBLE: ("staff.responsible", "ResponsiblePage"),
    StepKind.HELP: ("staff.help", "HelpPage"),
    StepKind.REPORT: ("head.report", "ReportPage"),
    StepKind.SET_ASIDE: ("head.set_aside", "SetAsidePage"),
    StepKind.CONFIRM: ("head.confirm", "ConfirmPage"),
    StepKind.POLICY_REVIEW: ("head.policy_review", "PolicyReviewPage"),
    StepKind.OUR_POLICY: ("setup.our_policy", "OurPolicyPage"),
    StepKind.OUR_LINE: ("setup.our_line", "OurLinePage"),
    StepKind.OUR_DETAILS: ("setup.our_details", "OurDetailsPage"),
    StepKind.GIVE_POLICY: ("setup.give_policy", "GivePolicyPage"),
    StepKind.SCHOOL_CONTENT: ("staff.school_content", "SchoolContentPage"),
    StepKind.SCHOOL_FILE: ("staff.school_file", "SchoolFilePage"),
    StepKind.SET_UP: ("setup.tasks", "SetUpPage"),
    StepKind.SET_UP_SCHOOL: ("setup.school", "SchoolPage"),
    StepKind.SET_UP_CONTACTS: ("setup.contacts", "ContactsPage"),
    StepKind.SET_UP_CONTACT: ("setup.contact", "ContactPage"),
    StepKind.SET_UP_POLICY: ("setup.policy", "PolicyPage"),
    StepKind.SET_UP_SHARE: ("setup.share", "SharePage"),
    StepKind.SET_UP_ROUND: ("setup.round", "RoundPage"),
    StepKind.SET_UP_READERS: ("setup.readers", "ReadersPage"),
    StepKind.SET_UP_REVIEW: ("setup.review", "ReviewPage"),
    StepKind.SET_UP_RECOVERY: ("setup.recovery", "RecoveryPage"),
    StepKind.SET_UP_GIVE: ("setup.give", "GivePage"),
    StepKind.SET_UP_HAND_OVER: ("setup.hand_over", "HandOverPage"),
    StepKind.SET_UP_NEW_KEY: ("setup.new_key", "NewKeyPage"),
    StepKind.SET_UP_RECOVER: ("setup.recover", "RecoverPage"),
    StepKind.SET_UP_READER_FILE: ("setup.reader_file", "ReaderFilePage"),
}
"""One page for each kind of step: its module under `ui.pages`, and its class."""


def page_class(kind: StepKind) -> type[Page]:
    """The page for a kind of step; its module is loaded when it is first shown."""
    module, name = PAGES[kind]
    found = getattr(import_module(f"nickaudit.ui.pages.{module}"), name)
    return cast("type[Page]", found)
