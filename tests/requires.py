"""What some tests need of the machine: left out by hand where it is missing, a failure in CI."""

import os

import pytest

IN_CI = bool(os.environ.get("NICKAUDIT_CI"))


def require(condition: object, why: str) -> None:
    """Skip the test unless the condition holds; in CI, where everything is installed, fail it."""
    if condition:
        return
    if IN_CI:
        pytest.fail(f"This machine lacks what the test needs: {why}")
    pytest.skip(why)
