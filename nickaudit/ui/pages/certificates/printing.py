"""Printing a certificate: the system's own window for printers, then the same page as the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nickaudit.services.own_certificates import OwnCertificate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT = "Print"
PRINTED = "Handed to the printer."
NOT_PRINTED = "The printer did not take it. Save the PDF, then print that."


def ask_and_print(own: OwnCertificate, parent: QWidget) -> str:
    """Ask for a printer and print; what came of it, or nothing where the person changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return print_on(printer, own) if is_wanted else ""


def print_on(printer: QPrinter, own: OwnCertificate) -> str:
    """Print the certificate there, and say what came of it."""
    from PySide6.QtPrintSupport import QPrinter

    from nickaudit.documents.pdf.certificate import paint

    try:
        paint(printer, own.verified.claims, key=own.verified.key)
    except OSError:
        return NOT_PRINTED
    is_broken = printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    return NOT_PRINTED if is_broken else PRINTED
