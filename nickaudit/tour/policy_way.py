"""The tour's way through Our policy, on the head's computer: a line changed, tried, saved, given to staff."""

from __future__ import annotations

from nickaudit.tour.driver import Driver
from nickaudit.tour.finding import starting
from nickaudit.tour.pictures import Camera
from nickaudit.tour.school_script import SampleChange

_COMPUTER = "Whose computer is this?"
_FIND, _WORDS, _KEEP = "Find a line", "In plain words", "Keep this change"
_TRY, _SAVE, _GIVE = "Try it as a member of staff", "Save the policy", "Give it to staff"


class PolicyWay:
    """Begins on the questions for the next review, and ends on Our policy."""

    def __init__(self, driver: Driver, camera: Camera, change: SampleChange) -> None:
        self._driver, self._camera, self._change = driver, camera, change

    def go(self) -> None:
        """The whole way."""
        self._driver.click("Change our policy")
        self._driver.wait_for_work()
        self._camera.take("our-policy")
        self.change_a_line()
        self.practise()
        self.save()
        self.look_at_dates_and_contacts()
        self.give_it_to_staff()

    def change_a_line(self) -> None:
        """Found by a word of it. Words that are stronger than the policy's own are refused."""
        driver, take, change = self._driver, self._camera.take, self._change
        driver.fill(_FIND, change.search)
        take("our-policy-found")
        driver.press(starting(driver, change.line))
        driver.wait_for_work()
        take("our-line")
        driver.fill(_WORDS, change.stronger)
        driver.press(_KEEP)
        take("our-line-errors")
        driver.fill(_WORDS, change.words)
        driver.press(_KEEP)
        driver.wait_for_work()
        take("our-policy-changed")

    def practise(self) -> None:
        """As a member of staff would see it, as far as Home."""
        driver, take = self._driver, self._camera.take
        driver.click(_TRY)
        driver.wait("practice to begin", lambda: driver.is_there(_COMPUTER))
        driver.choose_by_key(_COMPUTER, f"{_COMPUTER}: Mine")
        driver.press("Continue")
        driver.wait_for_work()
        take("practice")
        driver.press("End practice")
        driver.wait("practice to end", lambda: driver.is_there(_SAVE))
        driver.wait_for_work()
        take("practice-ended")

    def save(self) -> None:
        """From then on it is the school's own."""
        driver = self._driver
        driver.press(_SAVE)
        driver.wait("the policy to be saved", lambda: driver.is_there(_GIVE))
        driver.wait_for_work()
        self._camera.take("our-policy-saved")

    def look_at_dates_and_contacts(self) -> None:
        """They stay as they are."""
        driver = self._driver
        driver.click("Change dates and contacts")
        self._camera.take("our-details")
        driver.press("Back")
        driver.wait_for_work()

    def give_it_to_staff(self) -> None:
        """With one line of why, beside the school file."""
        driver, take, what_changed = self._driver, self._camera.take, "What has changed, in one line"
        driver.click(_GIVE)
        driver.wait("what would go", lambda: driver.is_there(what_changed))
        driver.wait_for_work()
        driver.fill(what_changed, self._change.what_changed)
        take("give-policy")
        driver.press(_GIVE)
        driver.wait("the policy to be given", lambda: driver.is_there("Back to our policy"))
        driver.wait_for_work()
        take("give-policy-given")
        driver.press("Back to our policy")
        driver.wait_for_work()
