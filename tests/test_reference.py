"""Every public name says what it takes, in which units, and what can go wrong."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import reference

METHODS = [
    (f"{name}.{key}", one) for name, model in reference.models().items() for key, one in reference.members(model)
]
FUNCTIONS = [*reference.functions().items(), *((name, one) for name, one in METHODS if inspect.isfunction(one))]


@pytest.mark.parametrize(
    ("name", "thing"), [*reference.public().items(), *METHODS], ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_public_name_has_a_docstring_of_its_own(name: str, thing: Any) -> None:
    told = thing.__doc__
    assert told and told.strip(), name
    assert told.strip().split("\n")[0].endswith((".", ":")) or "\n" in told.strip(), name


@pytest.mark.parametrize(("name", "function"), FUNCTIONS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_function_explains_each_parameter(name: str, function: Any) -> None:
    told = f"{inspect.getdoc(function)}"
    named = [one for one in inspect.signature(function).parameters if one not in ("self", "asked")]
    # The first one is what the first sentence speaks of.
    assert [one for one in named[1:] if f"``{one}``" not in told] == [], name


@pytest.mark.parametrize(
    ("name", "model"), reference.models().items(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_model_explains_each_field(name: str, model: Any) -> None:
    told = " ".join(one.__doc__ or "" for one in model.__mro__ if one.__module__.startswith("timeline"))
    assert [field for field in model.model_fields if f"``{field}``" not in told] == [], name


@pytest.mark.parametrize("name", reference.functions())
def test_a_function_names_its_errors(name: str) -> None:
    told = f"{inspect.getdoc(reference.functions()[name])}"
    assert any(f"Raises {error}" in told.replace("\n", " ") for error in reference.errors())


def test_the_reference_is_that_of_the_docstrings() -> None:
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), "run: make reference"
