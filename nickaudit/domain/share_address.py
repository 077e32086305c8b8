"""Where the school's letter box is: a folder that the computer opens, or a share spoken to directly."""

from msgspec import Struct

_SMB = "smb://"


class ShareAddress(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A folder's path, or server, share, path and user of a direct SMB 3 connection. Never a password."""

    folder: str = ""
    """A mapped drive, a network path, a folder that is kept in step; empty for a direct connection."""
    server: str = ""
    share: str = ""
    path: str = ""
    """Folders inside the share, with `/` between them; empty for its top."""
    user: str = ""
    """The log-in the share wants; each person may have their own, so a school file leaves it empty."""

    @property
    def is_direct(self) -> bool:
        """Whether the program speaks to the server itself, and needs a user and a password."""
        return bool(self.server)

    @property
    def is_given(self) -> bool:
        """Whether there is an address at all."""
        return bool(self.folder or self.server)

    @property
    def text(self) -> str:
        """As stored and shown: the folder's path, or `smb://user@server/share/path`."""
        if not self.is_direct:
            return self.folder
        who = f"{self.user}@" if self.user else ""
        return f"{_SMB}{who}{self.server}/{'/'.join(part for part in (self.share, self.path) if part)}"


def address_in(text: str) -> ShareAddress:
    """The address that `text` stands for; anything that is no `smb://` address is a folder."""
    if not text.startswith(_SMB):
        return ShareAddress(folder=text)
    where, _, rest = text.removeprefix(_SMB).partition("/")
    user, _, server = where.rpartition("@")
    share, _, path = rest.partition("/")
    if not server or not share:
        return ShareAddress(folder=text)
    return ShareAddress(server=server, share=share, path=path.strip("/"), user=user)
