"""One open file of a share that is spoken to directly."""

from typing import Any

from smbprotocol.file_info import FileDispositionInformation, FileRenameInformation, InfoType
from smbprotocol.open import (
    InfoAdditionalInformation,
    SMB2QueryInfoRequest,
    SMB2QueryInfoResponse,
    SMB2SetInfoRequest,
)
from smbprotocol.security_descriptor import AccessAllowedAce, AclPacket, SIDPacket, SMB2CreateSDBuffer

from nickaudit.share.smb_words import in_our_words

CHUNK = 65_536
"""The most that every server takes at once."""

_EVERYBODY = "S-1-1-0"
_READ_RIGHTS = 0x00120089


class File:
    """An open file of a share."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def read(self, most: int) -> bytes:
        """From its beginning, at most so many bytes."""
        parts, length = [], 0
        end = min(most, self._handle.end_of_file)
        with in_our_words():
            while length < end:
                part = self._handle.read(length, min(CHUNK, end - length))
                parts.append(part)
                length += len(part)
        return b"".join(parts)

    def write(self, content: bytes) -> None:
        """From its beginning; on the server's disk when this returns."""
        with in_our_words():
            for start in range(0, len(content), CHUNK):
                self._handle.write(content[start : start + CHUNK], start)
            self._handle.flush()
        self._handle.end_of_file = max(self._handle.end_of_file, len(content))

    def rename(self, path: str, *, replace: bool = False) -> None:
        """Another name on the same share; an existing file there stays, or is replaced."""
        to = FileRenameInformation()
        to["replace_if_exists"] = replace
        to["file_name"] = path
        self._tell(to)

    def vanish_unless_kept(self, vanish: bool) -> None:
        """Whether the server takes the file away when we leave, or when it loses us."""
        self._say(vanishing(self._handle, vanish))

    def let_all_read(self) -> None:
        """Whoever reaches the share may read it."""
        asked = SMB2QueryInfoRequest()
        asked["info_type"] = InfoType.SMB2_0_INFO_SECURITY
        asked["output_buffer_length"] = CHUNK
        asked["additional_information"] = InfoAdditionalInformation.DACL_SECURITY_INFORMATION
        asked["file_id"] = self._handle.file_id
        answer = SMB2QueryInfoResponse()
        answer.unpack(self._say(asked)["data"].get_value())
        now = SMB2CreateSDBuffer()
        now.unpack(answer["buffer"].get_value())
        everybody = AccessAllowedAce()
        everybody["mask"] = _READ_RIGHTS
        everybody["sid"] = _sid(_EVERYBODY)
        rights = now.get_dacl()
        list_of_rights = AclPacket()
        list_of_rights["aces"] = [*(rights["aces"].get_value() if rights is not None else []), everybody]
        wanted = SMB2CreateSDBuffer()
        wanted.set_dacl(list_of_rights)
        told = SMB2SetInfoRequest()
        told["info_type"] = InfoType.SMB2_0_INFO_SECURITY
        told["additional_information"] = InfoAdditionalInformation.DACL_SECURITY_INFORMATION
        told["file_id"] = self._handle.file_id
        told["buffer"] = wanted
        self._say(told)

    def _tell(self, info: Any) -> None:
        self._say(_told(self._handle, info))

    def _say(self, message: Any) -> Any:
        with in_our_words():
            return ask(self._handle, message)


def vanishing(handle: Any, vanish: bool) -> Any:
    """What to say of an open file so that the server takes it away, or not, when we leave or are lost."""
    disposition = FileDispositionInformation()
    disposition["delete_pending"] = vanish
    return _told(handle, disposition)


def _told(handle: Any, info: Any) -> Any:
    told = SMB2SetInfoRequest()
    told["info_type"] = info.INFO_TYPE
    told["file_info_class"] = info.INFO_CLASS
    told["file_id"] = handle.file_id
    told["buffer"] = info
    return told


def ask(handle: Any, message: Any) -> Any:
    """Say one thing of an open file or folder to the server, and wait for its answer."""
    tree = handle.tree_connect
    request = handle.connection.send(message, tree.session.session_id, tree.tree_connect_id)
    return handle.connection.receive(request)


def _sid(text: str) -> Any:
    sid = SIDPacket()
    sid.from_string(text)
    return sid
