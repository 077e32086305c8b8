"""The policy document that the school attached: where it lies, and which of the policy's sentences are in it.

The document lies in the home's folder of own content, beside where the school's own policy file would be.
What was found is kept in an index in the home, so that a page need not read a PDF; it is made anew when the
document or the policy's lines are others, or the index is damaged.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nickaudit import __version__
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.policy_quotes import AttachedPolicy, Quotation

if TYPE_CHECKING:
    from nickaudit.content.policy_document import PolicyDocument
    from nickaudit.domain.policy import PolicyLine, PolicyPack
    from nickaudit.services import Services

INDEX = "policy-document.index"
NAMES = {"pdf": "policy-document.pdf", "txt": "policy-document.txt"}
_TEXT_SUFFIXES = ("", ".txt", ".text", ".md")


class NotAttachedError(NickAuditError):
    """The document could not be copied. The disk may be full. Nothing has been changed."""


class _Index(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mark: str
    attached: AttachedPolicy


def document_of(services: Services) -> Path | None:
    """Where the attached document lies, if there is one: the newer one where there are two."""
    folder = _folder(services)
    found = []
    for name in NAMES.values():
        with suppress(OSError):
            found.append((os.stat(folder / name).st_mtime_ns, folder / name))
    return max(found)[1] if found else None


def read(services: Services, *, keep: bool = True) -> AttachedPolicy | None:
    """What is found in the attached document; None without one. Never in the window's thread: PDFs are slow.

    Args:
        services: The parts.
        keep: Whether the index may be written; not on a shared computer.

    Raises:
        NickAuditError: there is one, and it cannot be read.
    """
    from nickaudit.content.policy_document import read_policy_document

    path = document_of(services)
    if path is None:
        return None
    mark = _mark(services, path)
    kept = _take_up(services.home / INDEX)
    if kept is not None and kept.mark == mark:
        return kept.attached
    attached = _look_for(services.content.policy, read_policy_document(path, pack=services.content.policy))
    if keep:
        _keep(services.home / INDEX, _Index(mark, attached))
    return attached


def attach(services: Services, path: Path) -> AttachedPolicy:
    """Copy that document into the home, in place of the one that is there. Never in the window's thread.

    Raises:
        NickAuditError: it is no PDF or text, too large, damaged, locked or a scan, holds nothing of this
            policy, or could not be copied. Then nothing has been changed.
    """
    from nickaudit.content.plain_file import read_at_most
    from nickaudit.content.policy_document import LARGEST_DOCUMENT, document_from_bytes

    try:
        raw = read_at_most(path, LARGEST_DOCUMENT)
    except (OSError, ValueError) as error:
        raise NotAttachedError(
            "There is no such file, or it cannot be opened. Check where it is and who may read it."
        ) from error
    kind = _kind_of(raw, path)
    pack = services.content.policy
    attached = _look_for(pack, document_from_bytes(raw, pack=pack))
    if not attached.quotations:
        raise NotAttachedError(
            f"None of the policy's sentences stand in this document. "
            f"Choose the school's policy “{pack.title}” as a PDF or a text file."
        )
    target = _folder(services) / NAMES[kind]
    _save(target, raw)
    for name in NAMES.values():
        if name != target.name:
            with suppress(OSError):  # the newer one counts all the same
                target.with_name(name).unlink(missing_ok=True)
    _keep(services.home / INDEX, _Index(_mark(services, target), attached))
    return attached


def remove(services: Services) -> None:
    """Take the attached document away again; the words are ours from then on.

    Raises:
        NotAttachedError: it could not be removed.
    """
    try:
        for name in NAMES.values():
            (_folder(services) / name).unlink(missing_ok=True)
        (services.home / INDEX).unlink(missing_ok=True)
    except OSError as error:
        raise NotAttachedError(
            "The document could not be removed. Another program may have it open."
        ) from error


def _folder(services: Services) -> Path:
    return services.home / "content" / "policies" / services.content.policy.id


def _kind_of(raw: bytes, path: Path) -> str:
    if raw.startswith(b"%PDF-"):
        return "pdf"
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if path.suffix.lower() not in _TEXT_SUFFIXES or (b"\0" in raw and not is_wide):
        raise NotAttachedError(
            "This is neither a PDF nor a text file. Save the policy as a PDF, then try again."
        )
    return "txt"


def _look_for(pack: PolicyPack, document: PolicyDocument) -> AttachedPolicy:
    found = {line.id: quoted for line in pack.lines if (quoted := _quotations(line, document))}
    return AttachedPolicy(
        quotations=found, not_found=tuple(line.id for line in pack.lines if line.id not in found)
    )


def _quotations(line: PolicyLine, document: PolicyDocument) -> tuple[Quotation, ...]:
    from nickaudit.content.policy_document import find_sentence

    found = find_sentence(document, line)
    if found is None:
        return ()
    quoted = [Quotation(text=found.text, head=found.head, line=found.line, page=found.page)]
    for opening in line.also:
        begun = document.beginning(opening)
        if len(begun) == 1:
            (each,) = begun
            quoted.append(Quotation(text=each.text, line=each.line, page=document.page_of(each.line)))
    return tuple(quoted)


def _mark(services: Services, path: Path) -> str:
    """Tells one document, policy and program from another."""
    try:
        state = path.stat()
    except OSError:
        return ""
    of_file = f"{path.name} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
    return f"{__version__} {services.content.policy_hash} {of_file}"


def _take_up(path: Path) -> _Index | None:
    """The index, if it is whole; a quotation with a letter changed would be no quotation."""
    try:
        checksum, body = path.read_bytes().split(b"\n", 1)
        if int(checksum, 16) != zlib.crc32(body):
            return None
        return msgspec.json.decode(body, type=_Index)
    except (OSError, ValueError):  # msgspec's own errors are ValueErrors
        return None


def _keep(path: Path, index: _Index) -> None:
    """Keep it for the next time; where that cannot be written, the next time reads again."""
    body = msgspec.json.encode(index)
    with suppress(NotAttachedError):
        _save(path, b"%08x\n%s" % (zlib.crc32(body), body))


def _save(path: Path, content: bytes) -> None:
    from nickaudit.share.errors import FolderError
    from nickaudit.share.saving import save_over

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        save_over(path, content, mode=0o600)
    except (OSError, FolderError) as error:
        raise NotAttachedError from error
