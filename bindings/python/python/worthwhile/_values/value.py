"""What calls return: frozen views of the library's documents, with their members as attributes.

Each class declares its members. One that has a default may be absent from the document.
"""

from __future__ import annotations

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Literal, NoReturn, TypeAlias, dataclass_transform

    _Verdict: TypeAlias = Literal[
        "worth_it", "without_the_award", "better_elsewhere", "not_worth_it", "not_feasible"
    ]
    _Answer: TypeAlias = Literal["yes", "no"]
else:

    def dataclass_transform(**_):
        return lambda base: base


def read(name: str, json: str) -> Any:
    """Reads values of the class with that name: one, a list, or null."""
    return _view(_parsed(json), CLASSES[name])


def _parsed(text: str) -> Any:
    # Imported when it is needed, so that the package imports quickly.
    import json

    return json.loads(text)


def _view(part: Any, shown: type[Value] | None) -> Any:
    """A part of a document as an attribute has it. What has no class is copied."""
    if isinstance(part, list):
        return tuple([_view(each, shown) for each in part])
    if isinstance(part, dict):
        return shown(part) if shown else _copy(part)
    return part


def _copy(part: Any) -> Any:
    if isinstance(part, list):
        return [_copy(each) for each in part]
    if isinstance(part, dict):
        return {key: _copy(each) for key, each in part.items()}
    return part


def _member(name: str, annotation: str, default: Any) -> property:
    # `from` is a keyword. The annotation may name a class that is declared later.
    key, shown = name.rstrip("_"), annotation.removeprefix("tuple[").split(",")[0].split(" ")[0]

    def get(self: Value) -> Any:
        return _view(self._document.get(key, default), CLASSES.get(shown))

    return property(get)


CLASSES: dict[str, type[Value]] = {}


# Tells type checkers that no attribute can be set. `init=False` says that values are not made from
# their attributes.
@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value:
    """What all values have in common."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    _required: ClassVar[set[str]]

    def __init_subclass__(cls, *, init: bool = False) -> None:
        # Not for a class that a user derives from one of them.
        if Value not in cls.__bases__:
            return
        # Pickles name the module, so it has to be the public one.
        cls.__module__ = "worthwhile"
        CLASSES[cls.__name__] = cls
        cls._required = set()
        for name, annotation in cls.__annotations__.items():
            if name not in vars(cls):
                cls._required.add(name.rstrip("_"))
            setattr(cls, name, _member(name, annotation, vars(cls).get(name)))

    def __init__(self, document: dict[str, Any]) -> None:
        missing = self._required - document.keys()
        if missing:
            raise ValueError(f"not a document of this release: it has no {', '.join(sorted(missing))}")
        vars(self)["_document"] = document

    @property
    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = vars(self)["_document"]
        return document

    def to_dict(self) -> dict[str, Any]:
        """Returns the value as plain Python objects. Parts that do not apply are absent."""
        document: dict[str, Any] = _copy(self._document)
        return document

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(other) is not type(self):
            return NotImplemented
        return self._document == other._document

    def __repr__(self) -> str:
        members = self._document.items()
        plain = [f"{name}={part!r}" for name, part in members if not isinstance(part, (dict, list))]
        return f"{type(self).__name__}({', '.join(plain)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._document,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")
