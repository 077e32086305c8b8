"""Which letter box stands at an address."""

from pathlib import Path

from nickaudit.domain.share_address import ShareAddress
from nickaudit.share.base import Letterbox


def box_at(address: ShareAddress, *, password: str = "") -> Letterbox:
    """The letter box there. Nothing is opened or asked yet."""
    if address.is_direct:
        from nickaudit.share.smb import SmbBox

        return SmbBox(address, password=password)
    from nickaudit.share.folder_box import FolderBox

    return FolderBox(Path(address.folder))
