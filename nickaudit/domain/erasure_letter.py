"""A letter that asks a firm to delete what it holds, with blanks for all that only the person knows."""

TITLE = "Please delete my personal data"
_DELETE = (
    "Please delete all personal data that you hold about me. I ask this under Article 17 of the UK GDPR. "
    "I also object to the use of my data for selling or advertising, under Article 21."
)
_ASKS = (
    "Please tell me when it is done. Tell those you gave my data to, and tell me who they are (Article 19).",
    "Will you keep something? Then please tell me what it is, and why. You have one month to answer.",
    "If you need to know who I am, please ask for no more than you need.",
)
_FIND_ME = "This is where and how you can find me:"
_BLANKS = (
    ("My name", "your name"),
    ("My address or e-mail address", "whichever they have"),
    ("Where I found my details", "the address of the page"),
)
_END = "Yours faithfully,"


def letter() -> str:
    """The letter to copy, each blank in square brackets."""
    blanks = "\n".join(f"{what}: [{hint}]" for what, hint in _BLANKS)
    head = "To: [the firm]\nDate: [today]"
    return "\n\n".join((head, TITLE, _DELETE, f"{_FIND_ME}\n{blanks}", *_ASKS, f"{_END}\n[your name]"))


def on_paper() -> tuple[tuple[str, int], ...]:
    """The letter to print: each paragraph, with so many empty lines to write on under it."""
    return (
        ("To, and the date:", 1),
        (f"{_DELETE}\n\n{_FIND_ME}", 0),
        *((f"{what}:", 1) for what, _ in _BLANKS),
        ("\n\n".join((*_ASKS, _END)), 1),
    )
