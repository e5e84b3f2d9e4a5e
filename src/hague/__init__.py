"""hague: the International Criminal Court, checkable.

    hague.read(text)                    who said what, when, through whom; and which claims hold
    hague.check(sentence, as_of=day)    one sentence against the record and the law
    hague.assess(conduct, as_of=day)    a reasoned opinion on conduct, an arrest, or admissibility
    hague.on_record(as_of=day)          the public record as it could be known that day
    hague.screen(events, out)           conflict events in bulk, a sourced reason for each row

Importing the package loads nothing; each verb loads what it needs. Errors are in ``hague.errors``.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "assess", "check", "on_record", "read", "screen"]

if TYPE_CHECKING:
    from hague.verbs import assess, check, on_record, read, screen


def __getattr__(name: str) -> Any:
    if name in __all__:
        from hague import verbs

        return getattr(verbs, name)
    raise AttributeError(f"module 'hague' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
