"""The exceptions, written in Python so that they pickle and copy like any others."""

from __future__ import annotations

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._values import Problem


class WorthwhileError(ValueError):
    """What was asked for does not exist, for example a preset; the message lists what does."""


class ValidationError(WorthwhileError):
    """A case, an option or a replaced value was refused.

    The message has one line for each problem. `problems` has the same for programs.

    Example:
        >>> import worthwhile
        >>> try:
        ...     worthwhile.assess({"schema_version": 1, "persn": {}, "pursuits": []})
        ... except worthwhile.ValidationError as error:
        ...     for problem in error.problems:
        ...         print(problem.code, problem.path, problem.help)
        missing_field  None
        unknown_field /persn did you mean `person`?
        empty_list /pursuits None
    """

    problems: tuple[Problem, ...]
    """Every problem, in document order."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        # All arguments go to the base class, so that a pickle makes the exception again.
        self.problems = tuple(problems)
        super().__init__(message, self.problems)

    def __str__(self) -> str:
        return str(self.args[0])
