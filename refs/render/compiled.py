"""Templates that come with refs, run without loading Jinja: what Jinja's own compiler makes of them, kept.

Jinja turns a template into a Python function. For the styles that refs ships that function is written down
once (`template_compiler`) and run here, in as much of Jinja's runtime as such functions use. A process that
prints one entry so starts without Jinja's lexer, parser and compiler. A user's styles never come here: they
run in Jinja's sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType
from typing import Any, NoReturn

Function = Callable[..., Any]
missing: Any = type("missing", (), {"__repr__": lambda self: "missing"})()
"""What a name stands for that was never set."""


class TemplateFailure(RuntimeError):
    """A template of refs' own uses what is not there."""


def template_line(line: int, debug_info: str) -> int:
    """Return the line of a template that a line of its Python came from: ``debug_info`` is Jinja's.

    >>> template_line(16, "2=13&3=17"), template_line(20, "2=13&3=17")
    (2, 3)
    """
    pairs = [pair.split("=") for pair in debug_info.split("&") if pair]
    return max((int(here) for here, there in pairs if int(there) <= line), default=1)


class Undefined:
    """What a template gets for a name that is not there; any use but ``default`` is a failure."""

    __slots__ = ("_message",)

    def __init__(self, message: str = "", name: str = "") -> None:
        self._message = message or f"{name!r} is undefined"

    def _fail(self, *_: object) -> NoReturn:
        raise TemplateFailure(self._message)

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = __contains__ = _fail
    __call__ = __add__ = __radd__ = __getitem__ = _fail


class Macro:
    """A macro of a template, called with its arguments by place or by name."""

    __slots__ = ("_function", "_names")

    def __init__(
        self, _: Environment, function: Function, name: str, names: tuple[str, ...], *__: bool
    ) -> None:
        self._function = function
        self._names = names

    def __call__(self, *given: Any, **named: Any) -> str:
        if named or len(given) != len(self._names):
            given += tuple(named.pop(name, missing) for name in self._names[len(given) :])
            if named:
                raise TypeError(f"unexpected argument {next(iter(named))!r}")
        text: str = self._function(*given)
        return text


class Namespace:
    """Values that a template may set from inside a loop: ``{% set all = namespace(said=[]) %}``."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __setitem__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value


class EvalContext:
    """Jinja's switches for HTML escaping: off."""

    autoescape = volatile = False


class Context:
    """The names that one run of a template sees and sets."""

    __slots__ = ("exported_vars", "parent", "vars")
    eval_ctx = EvalContext()

    def __init__(self, parent: Mapping[str, Any]) -> None:
        self.parent = parent
        self.vars: dict[str, Any] = {}
        self.exported_vars: set[str] = set()

    def resolve_or_missing(self, name: str) -> Any:
        return self.vars[name] if name in self.vars else self.parent.get(name, missing)

    def get_all(self) -> dict[str, Any]:
        return {**self.parent, **self.vars}

    def call(self, function: Function, *given: Any, **named: Any) -> Any:
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return function(*given, **named)


class Module:
    """What a template that was imported hands on: its macros and values."""

    def __init__(self, name: str, context: Context) -> None:
        self.__name__ = name
        self.__dict__.update((key, context.vars[key]) for key in context.exported_vars)


class Environment:
    """The filters, tests and values of one style, and the templates it may import."""

    undefined = Undefined
    concat = staticmethod("".join)

    def __init__(
        self,
        codes: Mapping[str, CodeType],
        filters: Mapping[str, Function],
        tests: Mapping[str, Function],
        values: Mapping[str, Any],
    ) -> None:
        self._codes = codes
        self._templates: dict[str, Template] = {}
        self.filters = {**BUILTINS, **filters}
        self.tests = tests
        self.values = {"namespace": Namespace, **values}

    def get_template(self, name: str, importer: str = "") -> Template:
        if name not in self._templates:
            self._templates[name] = Template(self, name, self._codes[name])
        return self._templates[name]

    @staticmethod
    def getattr(thing: Any, name: str) -> Any:
        """Return an attribute, or the element of that name, as ``thing.name`` in a template."""
        try:
            return getattr(thing, name)
        except AttributeError:
            pass
        try:
            return thing[name]
        except (TypeError, LookupError):
            return Undefined(f"{thing!r} has no {name!r}")

    @staticmethod
    def getitem(thing: Any, key: Any) -> Any:
        """Return an element, or the attribute of that name, as ``thing[key]`` in a template."""
        try:
            return thing[key]
        except (TypeError, LookupError, AttributeError):
            pass
        try:
            return getattr(thing, key)
        except (AttributeError, TypeError):
            return Undefined(f"{thing!r} has no {key!r}")


class Template:
    """One template, ready to run."""

    __slots__ = ("_environment", "_root", "name")

    def __init__(self, environment: Environment, name: str, code: CodeType) -> None:
        names: dict[str, Any] = {"environment": environment, **_RUNTIME}
        exec(code, names)
        self.name = name
        self._environment = environment
        self._root: Callable[[Context], Iterator[str]] = names["root"]

    def text(self, values: Mapping[str, Any]) -> str:
        """Return what the template prints."""
        return "".join(self._root(Context({**self._environment.values, **values})))

    def make_module(self, names: Mapping[str, Any], shared: bool, own: Mapping[str, Any]) -> Module:
        """Return the template's macros, which see the names of the template that imports them."""
        context = Context({**names, **{k: v for k, v in own.items() if v is not missing}})
        for _ in self._root(context):
            pass
        return Module(self.name, context)

    def _get_default_module(self, _: Context) -> Module:
        return self.make_module(self._environment.values, False, {})


def _default(value: Any, instead: Any = "") -> Any:
    return instead if isinstance(value, Undefined) else value


def _first(things: Any) -> Any:
    return next(iter(things), "")


def _join(things: Iterable[Any], between: str = "") -> str:
    return between.join(map(str, things))


BUILTINS: dict[str, Function] = {"default": _default, "first": _first, "join": _join, "lower": str.lower}
"""Those of Jinja's own filters that the styles of refs use."""
_RUNTIME = {
    "Macro": Macro,
    "Namespace": Namespace,
    "TemplateRuntimeError": TemplateFailure,
    "Undefined": Undefined,
    "internalcode": lambda function: function,
    "missing": missing,
    "str_join": lambda things: "".join(map(str, things)),
}
