"""A paper of either kind, to print or to save: a sheet or the booklet."""

from PySide6.QtGui import QPagedPaintDevice

from nickaudit.documents.pdf import checklist, sheet

Paper = sheet.Sheet | checklist.Booklet


def paint(device: QPagedPaintDevice, paper: Paper) -> None:
    """Paint it on a PDF or a printer."""
    if isinstance(paper, checklist.Booklet):
        checklist.paint(device, paper)
    else:
        sheet.paint(device, paper)


def write(paper: Paper) -> bytes:
    """The paper as a PDF."""
    return checklist.write(paper) if isinstance(paper, checklist.Booklet) else sheet.write(paper)
