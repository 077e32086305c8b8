"""The certificate as a web page: the words of the paper, for screen readers, small screens and the dark."""

import html
from string import Template

from nickaudit.documents.certificate_words import PRACTICE, RECORD, TITLE, words_of
from nickaudit.domain.certificate import WHAT_IT_IS_NOT, Claims
from nickaudit.domain.taken_in import is_practice
from nickaudit.paths import resource

_WATERMARK = f'<p class="practice" aria-hidden="true">{PRACTICE}</p>'


def write(claims: Claims, *, key: str) -> bytes:
    """The page, complete in one file: nothing is fetched when it is opened.

    Args:
        claims: What the signed file says.
        key: Fingerprint of the key that signed it.
    """
    words = words_of(claims)
    date = html.escape(words.date)
    sentence = html.escape(words.sentence).replace(
        date, f'<strong><time datetime="{claims.finished_on.isoformat()}">{date}</time></strong>'
    )
    technical = (
        ("Certificate", claims.number),
        ("Signed with key", key),
        ("Policy, version", f"{claims.policy_id}, {claims.policy_version}"),
        ("Policy, SHA-256", claims.policy_hash),
        ("Content", claims.content_pack),
    )
    template = Template(resource("templates/certificate.html").read_text(encoding="utf-8"))
    page = template.substitute(
        title=html.escape(TITLE),
        watermark=_WATERMARK if is_practice(claims) else "",
        school=html.escape(words.school),
        name=html.escape(words.name),
        sentence=sentence,
        rows=_rows(words.rows),
        is_not=html.escape(WHAT_IT_IS_NOT),
        record=html.escape(RECORD),
        technical=_rows(technical),
    )
    return page.encode("utf-8")


def _rows(rows: tuple[tuple[str, str], ...]) -> str:
    # The roles stay when a narrow screen sets the cells one under the other.
    return "\n".join(
        f'<tr role="row"><th role="rowheader" scope="row">{html.escape(label)}</th>'
        f'<td role="cell" dir="auto">{html.escape(value)}</td></tr>'
        for label, value in rows
    )
