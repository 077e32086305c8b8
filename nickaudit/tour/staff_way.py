"""The tour's way through a member of staff's own check, from the first page until the school has it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from nickaudit.domain.route import StepKind
from nickaudit.tour import record
from nickaudit.tour.afterwards import see_what_is_left
from nickaudit.tour.driver import Driver, TourStopped
from nickaudit.tour.finding import starting
from nickaudit.tour.pictures import Camera
from nickaudit.tour.script import SamplePerson
from nickaudit.ui.application import OpenWindow

_GROUP, _CHECK, _LINE = (
    QAccessible.Role.Grouping,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
)
_LATER = "When will you come back to what you left for later?"
_DEVICE, _HOW_FAR = "Your device", "How far did you get?"
_ALL_DONE, _PHONE = "All of these are done", "On my phone"
_QUESTION = "I have a question"
_WALKED = (StepKind.STOP, StepKind.LOOK, StepKind.POLICY_SAYS)
_MOST_PAGES = 1_000


class StaffWay:
    """Each method goes on from where the one before ended, and ends on another page."""

    def __init__(
        self, opened: OpenWindow, driver: Driver, camera: Camera, person: SamplePerson, folder: Path
    ) -> None:
        self._opened, self._driver, self._camera = opened, driver, camera
        self._person, self._folder = person, folder
        self._done_once: set[str] = set()

    def go(self) -> None:
        """The whole way; it ends on the first page."""
        self.begin()
        self.look_round()
        self.say_who()
        self.name_accounts()
        self.answer_everything()
        self.check_answers()
        self.keep_certificate()
        self.let_the_school_have_it()
        see_what_is_left(self._driver, self._camera)

    def begin(self) -> None:
        """First page, whose computer this is, Home."""
        driver, take = self._driver, self._camera.take
        take("first")
        driver.click("Check my own accounts")
        take("whose-computer")
        question = "Whose computer is this?"
        driver.choose_by_key(question, f"{question}: {self._person.computer}")
        driver.press("Continue")
        take("home-before-anything")

    def look_round(self) -> None:
        """What can be looked at in passing; Back leads to where one was."""
        driver, take = self._driver, self._camera.take
        driver.click("What the school can see")
        take("school-sees")
        driver.press("Back")
        driver.click("Something happened? Who to tell")
        take("who-to-tell")
        driver.press(self._person.situation)
        take("who-to-tell-one")
        driver.click("Back")
        driver.press("Help")
        take("help")
        driver.click("Who is responsible, and for how long")
        take("responsible")
        driver.click("Back")
        driver.click("It's complicated")
        take("complicated")
        driver.press("A friend is a parent")
        driver.click("How did you become friends?: We met through the school")
        driver.click("How close are you now?: We like each other's posts, no more")
        take("complicated-end")
        driver.click("Back")
        driver.press("What would you do? Short cases")
        take("cases")
        driver.click("A friend request on Friday night")
        driver.click("What would you do?: I accept it. It would be rude not to.")
        take("case-answered")
        driver.click("Back")

    def say_who(self) -> None:
        """About you: first with nothing said, then with everything."""
        driver, person = self._driver, self._person
        driver.click("About you: Not started")
        driver.press("Continue")
        self._camera.take("about-you-errors")
        driver.fill("Name you use at work", person.name)
        driver.choose_by_key("Your role", f"Your role: {person.role}")
        why = "Why are you making this check now?"
        driver.choose_by_key(why, f"{why}: {person.why_now}")
        online = "Are you active online as part of your job?"
        driver.click(f"{online}: {'Yes' if person.online_in_job else 'No'}")
        self._camera.take("about-you")
        driver.press("Continue")

    def name_accounts(self) -> None:
        """Find each by typing, tick it; add the one that is not in the list."""
        driver, find = self._driver, "Find a site or app"
        self._camera.take("accounts")
        for number, account in enumerate(self._person.accounts):
            if account.other:
                driver.fill(starting(driver, r"Not in the list\?", _LINE), account.other)
                driver.click("Add it")
                continue
            driver.fill(find, account.search)
            if number == 0:
                self._camera.take("accounts-search")
            if number % 2:
                driver.press(account.title, key=Qt.Key.Key_Space)
            else:
                driver.click(account.title, _CHECK)
        driver.fill(find, "")
        self._camera.take("accounts-ticked")
        driver.click("Continue")

    def answer_everything(self) -> None:
        """Every stop, look and page of the policy, with a rest on Home half way."""
        driver = self._driver
        rest_at = len(self._plan_stops()) // 2
        stops = 0
        for number in range(_MOST_PAGES):
            step = self._opened.navigator.step
            if step.kind not in _WALKED:
                return
            if step.kind is StepKind.STOP:
                stops += 1
                self._answer_stop(by_key=stops % 3 == 0)
            elif step.kind is StepKind.LOOK:
                self._answer_look()
            elif self._is_first_time(_QUESTION):
                driver.click(_QUESTION)
            self._camera.take(self._name_of_page())
            if step.kind is StepKind.STOP and stops == rest_at:
                self._rest()
            elif step.kind is StepKind.POLICY_SAYS:
                driver.click("I have read this")
            elif number % 2:
                driver.press("Continue")
            else:
                driver.click("Continue")
        raise TourStopped("The tour did not come to an end of the stops.")

    def check_answers(self) -> None:
        """Every answer, and the date for what is left; two weeks from today."""
        driver = self._driver
        self._camera.take("review")
        day = self._opened.services.today() + dt.timedelta(days=14)
        for part, text in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            driver.fill(f"{_LATER}: {part}", str(text))
        self._camera.take("review-with-date")
        driver.click("Make my certificate")
        driver.wait("the certificate", lambda: driver.is_there("Keep your certificate"))
        driver.wait_for_work()

    def keep_certificate(self) -> None:
        """PDF, web page and calendar entry, saved where the person types."""
        driver = self._driver
        self._camera.take("certificate")
        for button, label, name in (
            ("Save as PDF", "Where to save the PDF", record.PDF),
            ("Web page (best for screen readers)", "Where to save the web page", record.HTML),
            ("Next check in my calendar", "Where to save the calendar entry", record.CALENDAR),
        ):
            driver.click(button)
            driver.fill(label, str(self._folder / name))
            if name == record.PDF:
                self._camera.take("certificate-saving")
            driver.click("Save")
            driver.wait(f"{name} to be saved", (self._folder / name).is_file)
            driver.wait_for_work()
        driver.click("Forget them")
        driver.click("Show fingerprints")
        self._camera.take("certificate-forget-them")
        driver.press("No, keep them")

    def let_the_school_have_it(self) -> None:
        """The other ways are looked at; it goes into the school's folder."""
        driver, take = self._driver, self._camera.take
        driver.click("E-mail it")
        driver.wait_for_work()
        take("handing-over-e-mail")
        driver.click("I'll hand it in")
        driver.wait_for_work()
        driver.fill("The folder to save the sealed file in", str(self._folder / record.TO_HAND_IN))
        take("handing-over-by-hand")
        driver.press("Save")
        driver.wait_for_work()
        take("handing-over-by-hand-saved")
        driver.click("Put it in the school's folder")
        driver.wait_for_work()
        take("handing-over-folder")
        driver.fill("The school's folder", str(self._folder / record.SCHOOL))
        driver.press("Put it there")
        driver.wait("the certificate to be sent", lambda: any(map(_says_sent, driver.texts())))
        driver.wait_for_work()
        take("handing-over-sent")

    def _answer_stop(self, *, by_key: bool) -> None:
        driver, account = self._driver, self._account()
        settings = tuple(each for each in driver.names(_GROUP) if each != _DEVICE)
        lines = self._person.lines
        if driver.is_there(_PHONE) and self._is_first_time(_PHONE):
            driver.click(_PHONE)
            self._camera.take(f"{self._name_of_page()}-before")
        if driver.is_there(_ALL_DONE) and by_key and lines.are_usual(settings, account=account):
            driver.press(_ALL_DONE)
            return
        for number, setting in enumerate(settings):
            if not driver.is_there(setting, _GROUP):
                continue  # an answer before it took care of this one
            name = f"{setting}: {lines.answer_to(setting, account=account)}"
            if number % 2:
                driver.choose_by_key(setting, name)
            else:
                driver.click(name)
            if driver.is_there(f"{setting}: what to say"):
                driver.click(f"{setting}: what to say")

    def _answer_look(self) -> None:
        driver = self._driver
        answer = self._person.looks.answer_to(account=self._account())
        driver.choose_by_key(_HOW_FAR, f"{_HOW_FAR}: {answer}")

    def _is_first_time(self, what: str) -> bool:
        """Whether that has not been done before on this tour."""
        is_first = what not in self._done_once
        self._done_once.add(what)
        return is_first

    def _rest(self) -> None:
        """Save and come back later; Home says how far it is, and leads on."""
        driver = self._driver
        driver.click("Save and come back later")
        self._camera.take("home-half-way")
        driver.press(starting(driver, "Carry on with "))

    def _account(self) -> str:
        page = self._opened.window.page
        return page.status.split(" · ")[0] if page is not None else ""

    def _name_of_page(self) -> str:
        step = self._opened.navigator.step
        account = self._account() if step.account else ""
        parts = (step.kind.value, account, step.item.split(".")[-1])
        return re.sub(r"[^a-z0-9]+", "-", " ".join(part for part in parts if part).lower()).strip("-")

    def _plan_stops(self) -> tuple[object, ...]:
        session = self._opened.navigator.session
        return session.plan.stops if session is not None else ()


def _says_sent(text: str) -> bool:
    return text.startswith("Sent at ")
