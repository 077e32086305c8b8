"""A few numbered links, one under the other: what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.text import Role, TextLabel


def add_numbered_link(column: QVBoxLayout, number: int, words: str) -> LinkButton:
    """Put `1. words` under what the column holds; returns the link."""
    mark = TextLabel(f"{number}.", Role.SIDE)
    mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    link = side_link(words)
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(link)
    row.addStretch(1)
    column.addLayout(row)
    return link
