"""The stops for an account of another kind, with its own name in their texts."""

from msgspec import structs

from nickaudit.domain.platforms import Platform


def with_name(general: Platform, name: str) -> Platform:
    """The platform with `{name}` in its texts replaced by the account's own name."""

    def named(text: str) -> str:
        return text.replace("{name}", name)

    return structs.replace(
        general,
        name=name,
        stops=tuple(
            structs.replace(
                stop,
                heading=named(stop.heading),
                why=named(stop.why),
                good_to_know=named(stop.good_to_know),
                steps=tuple(map(named, stop.steps)),
            )
            for stop in general.stops
        ),
        checks=tuple(
            structs.replace(
                check, setting=named(check.setting), strictest=named(check.strictest), help=named(check.help)
            )
            for check in general.checks
        ),
        looks=tuple(
            structs.replace(
                look,
                heading=named(look.heading),
                title=named(look.title),
                prompts=tuple(map(named, look.prompts)),
                good_to_know=named(look.good_to_know),
            )
            for look in general.looks
        ),
    )
