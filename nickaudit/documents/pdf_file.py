"""The last step of every PDF: title, language, an attachment perhaps, and nothing of the computer.

Qt writes the moment and the time zone of printing into a PDF, twice. Here the pages are taken over and
nothing else.
"""

import io

from nickaudit.documents.attachment import ATTACHMENT_NAME


def finished(pages: bytes, *, title: str, signed: bytes | None = None) -> bytes:
    """The same pages as a PDF that says only its title, with the signed file attached if one is given."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pages)), import_outline=False)
    writer.metadata = {"/Title": title}
    catalog = writer.root_object
    catalog[NameObject("/Lang")] = TextStringObject("en-GB")
    catalog[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    if signed is not None:
        writer.add_attachment(ATTACHMENT_NAME, signed)
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()
