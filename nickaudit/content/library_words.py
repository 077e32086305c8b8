"""How the texts of a whole library read, held against the policy that counts in it."""

import msgspec

from nickaudit.content.complicated_file import check_complicated_words
from nickaudit.content.cross_checks import PlatformFile
from nickaudit.content.files_read import Library
from nickaudit.content.passages import passages_of_pack, passages_of_platform
from nickaudit.content.wording_rules import check_spelled_out, check_wording

_BUILT_IN_REMEDY = (
    "It is too strong since your policy was changed. Copy this file to your own content and reword it, or "
    "change the policy's verb back."
)


def check_words(library: Library, *, only_own: bool) -> None:
    """Take down what does not read as it should.

    Args:
        library: All that was read.
        only_own: Leave out what came with the program, unless a policy of one's own stands beside it now.
    """
    for file in library.packs:
        if file.is_own or not only_own:
            check_wording(file.source, passages_of_pack(file.pack))
            check_spelled_out(file.source, file.pack)
    if not library.packs:
        return  # with no policy nothing can be said of how strong a text may be
    policy = library.packs[0]
    if policy.is_own and policy.source.is_faulty(("line",)):
        return  # how strong its lines are is not known
    file_of_cases = library.complicated
    if file_of_cases is not None and (file_of_cases.is_own or not (policy.is_own or only_own)):
        check_complicated_words(file_of_cases, policy.pack)
    for platform in library.files:
        if platform.is_own or policy.is_own or not only_own:
            before = len(library.faults)
            check_wording(platform.source, passages_of_platform(platform.platform, policy.pack))
            if policy.is_own and not platform.is_own:
                _tell_why(library, platform, before)


def _tell_why(library: Library, platform: PlatformFile, before: int) -> None:
    """A file that came with the program was right until the policy changed."""
    for index in range(before, len(library.faults)):
        fault = library.faults[index]
        if fault.file == platform.source.file:
            library.faults[index] = msgspec.structs.replace(fault, remedy=_BUILT_IN_REMEDY)
