"""The tour once the school has the certificate: what is left to do, and another day a newer policy."""

from __future__ import annotations

from nickaudit.tour.driver import Driver
from nickaudit.tour.finding import starting
from nickaudit.tour.pictures import Camera

_MORE = {
    "searches": "Look yourself up", "old-accounts": "Remember old", "letter": "Ask firms",
    "tool": "Facebook: Ask for a copy", "more-stop": "Facebook: Can others",
}  # fmt: skip
_FIND, _OLD_SITE = "Find a site or app", "Vinted"
_NEWER, _TAKE = "See what has changed", "Use the newer policy"


def see_what_is_left(driver: Driver, camera: Camera) -> None:
    """Home afterwards, more things to do, the certificate of the year, and back to the first page."""
    take = camera.take
    driver.click("Back")
    driver.wait_for_work()
    take("certificate-sent")
    driver.click(starting(driver, r"\d+ more things? you can do"))
    take("more")
    for name, words in _MORE.items():
        driver.press(starting(driver, words))
        take(name)
        if name == "old-accounts":
            _see_how_to_close_one(driver, camera)
        driver.click("Back")
    driver.click("Back")
    take("home-after")
    driver.click("See your certificate")
    driver.wait_for_work()
    take("certificate-of-the-year")
    driver.press("Back")
    driver.press("Back to the first page")
    take("first-afterwards")


def take_newer_policy(driver: Driver, camera: Camera) -> None:
    """The window opens where it was left; Home offers what the school has given out, and that is used."""
    take = camera.take
    driver.press("Back")
    driver.wait("the newer policy to be offered", lambda: driver.is_there(_NEWER))
    driver.wait_for_work()
    take("home-newer-policy")
    driver.click(_NEWER)
    driver.wait("what has changed", lambda: driver.is_there(_TAKE))
    driver.wait_for_work()
    take("newer-policy")
    driver.press(_TAKE)
    driver.wait("the newer policy to be in use", lambda: driver.is_there("Go on with your check"))
    driver.wait_for_work()
    take("newer-policy-in-use")
    driver.press("Go on with your check")
    driver.wait_for_work()


def _see_how_to_close_one(driver: Driver, camera: Camera) -> None:
    driver.fill(_FIND, _OLD_SITE)
    driver.click(starting(driver, _OLD_SITE))
    camera.take("closing")
    driver.click("Back")
