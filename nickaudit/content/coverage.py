"""The two lists: what the policy says and nothing covers, and what is asked without a sentence of it."""

from msgspec import Struct

from nickaudit.content.cross_checks import PlatformFile
from nickaudit.content.policy_document import PolicyDocument
from nickaudit.content.policy_text import Sentence, bare, bare_heading
from nickaudit.domain.policy import PolicyPack

_FEWEST_WORDS = 3


class Uncovered(Struct, frozen=True):
    """A sentence of the document, or a line of the pack, that nothing shows."""

    line: int | None
    heading: str
    text: str


class WithoutClause(Struct, frozen=True):
    """A check or look that rests on no sentence of the policy."""

    file: str
    id: str
    text: str


def uncovered_sentences(pack: PolicyPack, document: PolicyDocument) -> tuple[Uncovered, ...]:
    """The sentences and list items of the document that the pack neither covers nor sets aside."""
    covered: set[Sentence] = set()
    for line in pack.lines:
        if line.off:
            continue
        items = document.beginning(line.opening, heading=line.heading)
        covered.update(items)
        if line.hangs_from:
            heads = (document.head_of(item, line.hangs_from) for item in items)
            covered.update(head for head in heads if head is not None)
        for opening in line.also:
            covered.update(document.beginning(opening))
    for aside in pack.asides:
        for opening in aside.openings or ("",):
            covered.update(document.beginning(opening, heading=aside.heading))
    printed = {bare_heading(named): named for named in pack.headings}
    cited = [bare(guidance.opening) for guidance in pack.guidance]
    return tuple(
        Uncovered(sentence.line, printed.get(sentence.heading, sentence.heading), sentence.text)
        for sentence in document.sentences
        if sentence not in covered
        and len(sentence.key.split()) >= _FEWEST_WORDS
        and not any(words in sentence.key for words in cited)
    )


def unused_lines(pack: PolicyPack, files: tuple[PlatformFile, ...]) -> tuple[Uncovered, ...]:
    """The lines of the pack that are switched off, or that no check, look, page or situation shows."""
    used = {line for page in pack.pages for line in page.lines}
    used.update(line for situation in pack.situations for line in situation.lines)
    for file in files:
        used.update(line for check in file.platform.checks for line in check.policy)
        used.update(line for look in file.platform.looks for line in look.policy)
    return tuple(
        Uncovered(None, line.heading, f"{line.id}: {line.words}")
        for line in pack.lines
        if line.off or line.id not in used
    )


def without_clause(files: tuple[PlatformFile, ...]) -> tuple[WithoutClause, ...]:
    """The checks and looks that are good practice and no more."""
    return tuple(
        WithoutClause(file.source.file, own_id, text)
        for file in files
        for own_id, text, policy in [
            *((check.id, check.setting, check.policy) for check in file.platform.checks),
            *((look.id, look.title, look.policy) for look in file.platform.looks),
        ]
        if not policy
    )
