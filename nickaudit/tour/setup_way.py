"""The tour's way through set-up, on the head's computer; and what staff see of the school file it makes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from nickaudit.tour import record
from nickaudit.tour.driver import Driver, TourStopped
from nickaudit.tour.letting_go import let_go
from nickaudit.tour.pictures import Camera
from nickaudit.tour.school_script import SampleContact, SampleSchool

_NATION, _GETS_THERE = "Where is the school?", "How do certificates get there?"
_HOW_KEPT, _SEEN = "How do you want to keep it?", "Recovery key: "
_RECOVERY_FILE = "Recovery key.nickaudit-recovery"
SCHOOL_FILE = "school.nickaudit-school"


class SetUpWay:
    """Begins and ends on the first page of the head's window."""

    def __init__(self, driver: Driver, camera: Camera, school: SampleSchool, folder: Path) -> None:
        self._driver, self._camera, self._school, self._folder = driver, camera, school, folder

    def go(self) -> None:
        """The whole way."""
        self.begin()
        self.say_which_school()
        self.say_whom_to_turn_to()
        self.look_at_the_policy()
        self.say_where_certificates_go()
        self.say_who_is_asked_and_who_reads()
        self.check()
        self.keep_the_recovery_key()
        self.save_the_school_file()
        self.see_what_can_be_done_later()

    def begin(self) -> None:
        """The third road, and its tasks."""
        self._driver.click("Set the school up")
        self._wait_for("The school: Not started")
        self._camera.take("set-up")

    def say_which_school(self) -> None:
        """First without the nation, which is asked for."""
        driver, take = self._driver, self._camera.take
        driver.click("The school: Not started")
        driver.press("Continue")
        take("set-up-school-errors")
        driver.choose_by_key(_NATION, f"{_NATION}: {self._school.nation}")
        driver.press("Continue")
        self._wait_for("The school: Finished")

    def say_whom_to_turn_to(self) -> None:
        """The three that no school goes without."""
        driver, take = self._driver, self._camera.take
        driver.press("Whom to turn to: Not started")
        take("set-up-contacts")
        for contact in self._school.contacts:
            self._fill_in(contact)
        driver.click("Continue")
        self._wait_for("Whom to turn to: Finished")

    def look_at_the_policy(self) -> None:
        """Its dates are right as they stand."""
        self._driver.click("The policy: Not started")
        self._camera.take("set-up-policy")
        self._driver.press("Continue")
        self._wait_for("The policy: Finished")

    def say_where_certificates_go(self) -> None:
        """The school's folder, tried before it is taken."""
        driver, take = self._driver, self._camera.take
        driver.press("Where certificates go: Not started")
        driver.click(f"{_GETS_THERE}: Straight to a server")
        take("set-up-share-server")
        driver.choose_by_key(_GETS_THERE, f"{_GETS_THERE}: Into a folder")
        driver.fill("The folder", str(self._folder / record.SCHOOL))
        driver.press("Try it")
        driver.wait("the folder to be tried", lambda: any(map(_says_reached, driver.texts())))
        take("set-up-share")
        driver.press("Continue")
        self._wait_for("Where certificates go: Finished")

    def say_who_is_asked_and_who_reads(self) -> None:
        """Everybody is asked; the head reads, on this computer."""
        driver, take, school = self._driver, self._camera.take, self._school
        driver.click("Who is asked, and how often: Not started")
        take("set-up-round")
        driver.press("Continue")
        self._wait_for("Who is asked, and how often: Finished")
        driver.press("Who can read them: Not started")
        driver.fill("Who you are, as you say it", school.reader_title)
        driver.fill("Your name (optional)", school.reader_name)
        take("set-up-readers")
        driver.press("Continue")
        self._wait_for("Who can read them: Finished")
        take("set-up-ready")

    def check(self) -> None:
        """All of it once more."""
        self._driver.click("Check it, make the recovery key, then the school file: Not started")
        self._camera.take("set-up-check")
        self._driver.press("Continue to the recovery key")
        self._driver.wait_for_work()

    def keep_the_recovery_key(self) -> None:
        """In a file too; it is read back from the paper."""
        driver, take, school = self._driver, self._camera.take, self._school
        driver.press("Finish set-up")
        take("set-up-recovery-errors")
        driver.click(f"{_HOW_KEPT}: In a file, under a passphrase")
        driver.fill("Passphrase", school.passphrase)
        driver.fill("The same passphrase again", school.passphrase)
        driver.press("Save the recovery key…")
        driver.fill("Where to save the recovery key", str(self._folder / record.HEAD / _RECOVERY_FILE))
        driver.press("Save")
        driver.wait("the recovery file", (self._folder / record.HEAD / _RECOVERY_FILE).is_file)
        driver.wait_for_work()
        take("set-up-recovery-file")
        driver.choose_by_key(_HOW_KEPT, f"{_HOW_KEPT}: On paper")
        take("set-up-recovery-paper")
        shown = next((each for each in driver.texts() if each.startswith(_SEEN)), "")
        if not shown:
            raise TourStopped("The recovery key is not shown.")
        driver.fill("Type the key from the paper", shown.removeprefix(_SEEN).lower())
        driver.press("Read it back")
        driver.wait_for_work()
        take("set-up-recovery-read-back")
        driver.press("Finish set-up")
        driver.wait_for_work()

    def save_the_school_file(self) -> None:
        """On the share, where staff find it."""
        driver = self._driver
        driver.wait("the school file to be made", lambda: driver.is_there("Give staff the school file"))
        driver.fill("The folder to save the school file in", str(self._folder / record.SCHOOL))
        self._camera.take("set-up-give")
        driver.press("Save")
        driver.wait("the school file to be saved", (self._folder / record.SCHOOL / SCHOOL_FILE).is_file)
        driver.wait_for_work()
        self._camera.take("set-up-given")
        driver.press("Back to set-up")

    def see_what_can_be_done_later(self) -> None:
        """What the road shows from then on."""
        driver, take = self._driver, self._camera.take
        driver.wait_for_work()
        take("set-up-done")
        for words, name in (
            ("Hand over to somebody else", "set-up-hand-over"),
            ("Make a new reader key", "set-up-new-key"),
            ("Make my reader file", "set-up-reader-file"),
            ("Recover with the recovery key", "set-up-recover"),
        ):
            driver.press(words)
            take(name)
            driver.click("Back")
            driver.wait_for_work()
        driver.click("Back")

    def _fill_in(self, contact: SampleContact) -> None:
        driver = self._driver
        rows = driver.names(QAccessible.Role.Link, QAccessible.Role.Button)
        driver.press(next(name for name in rows if name.startswith(f"{contact.task}: ")))
        if contact is self._school.contacts[0]:
            self._camera.take("set-up-contact")
        for part, label in (("name", "Name"), ("phone", "Phone"), ("email", "E-mail"), ("note", "Note")):
            if words := getattr(contact, part):
                driver.fill(_label_of(driver, label), words)
        driver.press("Continue")

    def _wait_for(self, name: str) -> None:
        self._driver.wait(f"“{name}”", lambda: self._driver.is_there(name))
        self._driver.wait_for_work()


def accept_school_file(window: QWidget, driver: Driver, camera: Camera, folder: Path) -> None:
    """A member of staff lets the file go over the window, looks at what it does, and uses it."""
    driver.wait("the window to watch for files", window.acceptDrops)
    let_go(window, folder / record.SCHOOL / SCHOOL_FILE)
    driver.wait("the school file to be read", lambda: driver.is_there("Use it"))
    driver.click("Compare its fingerprint")
    camera.take("school-file")
    driver.press("Use it")
    driver.wait("the school file to be in use", lambda: driver.is_there("Carry on"))
    driver.wait_for_work()
    camera.take("school-file-in-use")
    driver.press("Carry on")


def _label_of(driver: Driver, label: str) -> str:
    names = driver.names(QAccessible.Role.EditableText)
    return next(name for name in names if name == label or name.startswith(f"{label} ("))


def _says_reached(words: str) -> bool:
    return words.startswith("It can be reached")
