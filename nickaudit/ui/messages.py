"""Every outcome that people are told about, in words: one table for each enum, each complete."""

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.person import NAME_LENGTH, PersonFault

REFUSALS: dict[Refusal, str] = {
    Refusal.BAD_KEY: "The key inside this file is not one that certificates are signed with.",
    Refusal.CHANGED: "This file is not as it was when it was signed. Ask the person for the file again.",
    Refusal.CRITICAL_HEADER: "This file asks for a way of reading that certificates do not use.",
    Refusal.CUT_SHORT: "The end of this file is missing. Ask the person for the file again.",
    Refusal.DUPLICATE_KEY: "This file gives two values under one name, so it could be read in two ways.",
    Refusal.EMPTY: "This file is empty. Ask the person for the file again.",
    Refusal.NOT_A_CERTIFICATE: "This file is not a certificate of a social media check.",
    Refusal.NOT_A_NUMBER: "This file holds a number that is none, which no certificate does.",
    Refusal.NOT_CANONICAL: "This file is not written the way certificates are. Ask the person for the file again.",
    Refusal.OTHER_ALGORITHM: "This file is signed in a way that certificates do not use.",
    Refusal.OTHER_TYPE: "This is a signed file of another kind, not a certificate.",
    Refusal.PDF_UNREADABLE: "This PDF is damaged. Ask the person for the file again.",
    Refusal.PDF_WITHOUT_CERTIFICATE: (
        "This PDF does not have one signed certificate inside it. Ask the person for the signed file."
    ),
    Refusal.PRIVATE_KEY_INSIDE: (
        "This file gives away the key it was signed with, so anybody could have made it. "
        "Ask the person for a new certificate."
    ),
    Refusal.TOO_DEEP: "This file is nested deeper than any certificate.",
    Refusal.TOO_LARGE: "This file is too large to be a certificate.",
    Refusal.UNEXPECTED_CONTENT: "This file is signed, but what it says is not what a certificate says.",
    Refusal.UNEXPECTED_HEADER: "The head of this file says more than that of a certificate.",
    Refusal.UNREADABLE: "This file could not be opened. Check that it is there and that you may read it.",
    Refusal.UNSIGNED: "This file is not signed, so it shows nothing.",
    Refusal.WEAK_KEY: "The key inside this file is too weak: what it signs proves nothing.",
}
"""Why a file is not accepted as a certificate."""

PERSON_FAULTS: dict[PersonFault, str] = {
    PersonFault.NO_NAME: "Enter the name you use at work",
    PersonFault.NAME_TOO_LONG: f"Enter a name of at most {NAME_LENGTH} letters",
    PersonFault.NO_ROLE: "Choose the role that fits you best",
    PersonFault.BAD_EMAIL: "Enter an e-mail address like name@school.org.uk, or leave it empty",
    PersonFault.NUMBER_TOO_LONG: f"Enter a staff number of at most {NAME_LENGTH} letters and figures",
    PersonFault.NO_KIND: "Choose whether you have just joined or come back for your yearly check",
    PersonFault.NO_ONLINE: "Choose yes or no: are you active online as part of your job?",
}
"""What may be wrong on "About you", as how to put it right."""
