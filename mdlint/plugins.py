"""Rules and reporters of others: modules that the configuration names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mdlint.record import Record
from mdlint.regex import regex
from mdlint.rule import Rule
from mdlint.rules import GROUP_OF, OWN, Registry
from mdlint.settings import Settings
from mdlint.user_code import CodeError, load_module

if TYPE_CHECKING:
    from pathlib import Path

_NAME = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


class Plugins(Record):
    """What the plugins of a configuration add, by name."""

    rules: Mapping[str, type[Rule]]
    reporters: Mapping[str, Callable[..., None]]


def registry_of(settings: Settings) -> Registry:
    """The rules that settings can speak of. Raises CodeError when a plugin cannot be used."""
    if not settings.plugins:
        return OWN
    # Imported here: it takes a tenth of the time of a run that needs no path.
    from pathlib import Path

    return registry(settings.plugins, Path(settings.root), no_code=settings.no_code)


def registry(references: tuple[str, ...], root: Path, *, no_code: bool = False) -> Registry:
    """Mdlint's own rules and those of plugins. Raises CodeError."""
    return Registry(load_plugins(references, root, no_code=no_code).rules)


@lru_cache
def load_plugins(references: tuple[str, ...], root: Path, *, no_code: bool = False) -> Plugins:
    """Import the modules; a reference is a module's name, or a file relative to `root`. Raises CodeError."""
    rules: dict[str, type[Rule]] = {}
    reporters: dict[str, Callable[..., None]] = {}
    for reference in references:
        if no_code:
            raise CodeError(f"the plugin `{reference}` is Python code, which --no-code refuses")
        module = load_module(reference, root)
        if not (hasattr(module, "RULES") or hasattr(module, "REPORTERS")):
            hint = 'state `RULES = [MyRule]`, or `REPORTERS = {"name": function}`'
            raise CodeError(f"the plugin `{reference}` has neither RULES nor REPORTERS", hint)
        for rule in _rules(reference, getattr(module, "RULES", ())):
            if rule.name in GROUP_OF or rule.name in rules:
                owner = "mdlint" if rule.name in GROUP_OF else "another plugin"
                raise CodeError(f"the rule `{rule.name}` of the plugin `{reference}` is one of {owner} already")
            rules[rule.name] = rule
        for name, function in _reporters(reference, getattr(module, "REPORTERS", {})).items():
            if name in reporters:
                raise CodeError(f"the format `{name}` of the plugin `{reference}` is one of another plugin already")
            reporters[name] = function
    return Plugins(rules, reporters)


def _rules(reference: str, found: Any) -> Iterable[type[Rule]]:
    """The rules that a plugin states, checked for what the rest of mdlint counts on."""
    for rule in found if isinstance(found, (list, tuple)) else [found]:
        if not (isinstance(rule, type) and issubclass(rule, Rule)):
            raise CodeError(f"`RULES` of the plugin `{reference}` holds {rule!r}, which is not a subclass of Rule")
        if not _NAME.match(rule.name):
            raise CodeError(
                f"the rule `{rule.name}` of the plugin `{reference}` has no name such as `lower-case-words`"
            )
        if not _NAME.match(rule.group) or rule.group in GROUP_OF or rule.group == "all":
            hint = 'write `group = "our"` in the class, in lower case'
            raise CodeError(f"the rule `{rule.name}` of the plugin `{reference}` is in no group of rules", hint)
        if not (rule.__doc__ or "").strip():
            hint = "its docstring is what `mdlint explain` shows"
            raise CodeError(f"the rule `{rule.name}` of the plugin `{reference}` has no docstring", hint)
        yield rule


def _reporters(reference: str, found: Any) -> Mapping[str, Callable[..., None]]:
    if not isinstance(found, Mapping) or not all(_NAME.match(str(name)) and callable(found[name]) for name in found):
        raise CodeError(f"`REPORTERS` of the plugin `{reference}` is no mapping of names to functions")
    return found
