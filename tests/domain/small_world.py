"""A small content of its own for tests of plan, outcome and route: every shape a platform file may have."""

from nickaudit.domain.accounts import GENERAL, Account
from nickaudit.domain.answers import Answer, LookAnswer, Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedStop
from nickaudit.domain.ids import AccountId, CheckId, LineId, LookId, PageId, PlatformId, StopId
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Check, Content, Kind, Level, Look, Platform, Stop
from nickaudit.domain.policy import Audience, PolicyLine, StatementPage, Strength, Topic
from tests.factories import TODAY, make_content, make_line, make_person, make_policy

ADVISED = make_line()
SHOULD = PolicyLine(
    id=LineId("no-school"),
    strength=Strength.SHOULD_NOT,
    clause="2.4",
    heading="Adults",
    opening="anything",
    words="You should not show the school.",
)


def stop(stop_id: str, *, level: Level = Level.ESSENTIAL, seconds: int = 60, heading: str = "") -> Stop:
    return Stop(id=StopId(stop_id), level=level, heading=heading or f"What of {stop_id}?", seconds=seconds)


def check(check_id: str, of: str, *lines: str, settles: tuple[str, ...] = ()) -> Check:
    return Check(
        id=CheckId(check_id),
        stop=StopId(of),
        topic=Topic.PRIVACY,
        setting=check_id.title(),
        strictest="on",
        policy=tuple(LineId(line) for line in lines),
        good_practice=not lines,
        settles=tuple(CheckId(each) for each in settles),
    )


def look(look_id: str, *, level: Level = Level.ESSENTIAL) -> Look:
    return Look(
        id=LookId(look_id),
        level=level,
        heading=f"Who is in {look_id}?",
        title=f"Go through {look_id}",
        prompts=(),
    )


def platform(platform_id: str, name: str, **parts: object) -> Platform:
    values: dict[str, object] = {"kind": Kind.SOCIAL, "last_checked": "2026-11"}
    return Platform(id=PlatformId(platform_id), name=name, **{**values, **parts})  # type: ignore[arg-type]


PHOTO = platform(
    "photo",
    "Photobox",
    common=2,
    uses=(PlatformId("meta"),),
    closing="photo.stranger",
    stops=(
        stop("photo.audience"),
        stop("photo.stranger", seconds=40),
        stop("photo.extra", level=Level.MORE),
    ),
    checks=(
        check("private", "photo.audience", "strict-privacy", settles=("listed",)),
        check("listed", "photo.audience", "strict-privacy"),
        check("map", "photo.audience"),
        check("stranger", "photo.stranger", "no-school"),
        check("likes", "photo.extra", "strict-privacy"),
    ),
    looks=(look("photo.followers"), look("photo.old", level=Level.MORE)),
)
CHAT = platform(
    "chat",
    "Chatter",
    common=1,
    kind=Kind.MESSAGING,
    uses=(PlatformId("meta"),),
    stops=(stop("chat.privacy"),),
    checks=(check("chat-seen", "chat.privacy", "strict-privacy"),),
    looks=(look("chat.groups"),),
)
RUNNER = platform(
    "runner",
    "eRunner",
    stops=(stop("runner.map"), stop("runner.tips")),
    checks=(check("runner-map", "runner.map", "strict-privacy"), check("tip", "runner.tips")),
)
SILENT = platform("silent", "Silent", looks=(look("silent.people"),))
META = platform(
    "meta",
    "Accounts Centre",
    kind=Kind.SHARED,
    stops=(stop("meta.all"),),
    checks=(check("meta-check", "meta.all", "strict-privacy"),),
)
PHONE_BOOK = platform(
    "phone-book",
    "Phone book",
    kind=Kind.LISTING,
    stops=(stop("phone-book.entry", level=Level.MORE),),
    checks=(check("entry", "phone-book.entry", "strict-privacy"),),
    looks=(look("phone-book.old", level=Level.MORE),),
)
COMPANIES = platform(
    "companies",
    "Companies list",
    kind=Kind.LISTING,
    stops=(stop("companies.home", level=Level.MORE),),
    checks=(check("home", "companies.home"),),
)
WORLD: Content = make_content(
    policy=make_policy(
        lines=(ADVISED, SHOULD),
        pages=(
            StatementPage(
                id=PageId("pupils"),
                title="Pupils",
                heading="Pupils?",
                lines=(ADVISED.id,),
                where_to_turn="Ask.",
            ),
            StatementPage(
                id=PageId("online"),
                title="Online in your job",
                heading="Online?",
                lines=(ADVISED.id,),
                where_to_turn="Ask.",
                applies_to=Audience.ONLINE_IN_JOB,
            ),
        ),
    ),
    platforms={each.id: each for each in (PHOTO, CHAT, RUNNER, SILENT)},
    shared={META.id: META},
    together=platform(
        "together",
        "All your accounts together",
        kind=Kind.TOGETHER,
        closing="together.search",
        stops=(stop("together.pictures"), stop("together.search")),
        checks=(
            check("pictures", "together.pictures", "no-school"),
            check("search", "together.search", "no-school"),
        ),
    ),
    general=platform(
        "general",
        "Another account",
        kind=Kind.OTHER,
        stops=(stop("general.audience", heading="Who sees you on {name}?"),),
        checks=(check("general-private", "general.audience", "strict-privacy"),),
        looks=(look("general.people"),),
    ),
)


def account(account_id: str, platform_id: str | None = None, label: str = "") -> Account:
    return Account(id=AccountId(account_id), platform=PlatformId(platform_id or account_id), label=label)


def other(account_id: str, label: str) -> Account:
    return Account(id=AccountId(account_id), platform=GENERAL, label=label)


def plan_for(*accounts: Account, online: bool = False) -> AuditPlan:
    return make_plan(WORLD, accounts, online_in_job=online)


def answered(
    plan: AuditPlan, answer: Answer, *, stops: tuple[PlannedStop, ...] | None = None
) -> dict[tuple[AccountId, CheckId], Answer]:
    """That answer on every line that counts, of all stops or of these."""
    return {
        (line.account, line.check.id): answer
        for each in (plan.stops if stops is None else stops)
        for line in each.checks
        if line.counts
    }


def all_finished(plan: AuditPlan, *accounts: Account, answer: Answer = Answer.DONE) -> Progress:
    """Everything that counts done, looks left alone."""
    return Progress(
        person=make_person(),
        accounts=accounts,
        no_accounts=not accounts,
        answers=answered(plan, answer),
        read={page.id: TODAY for page in plan.statements},
        began_on=TODAY,
    )


def looked(plan: AuditPlan, answer: LookAnswer) -> dict[tuple[AccountId, LookId], LookAnswer]:
    return {(each.section, each.look.id): answer for each in plan.looks}
