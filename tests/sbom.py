"""Write the software bill of materials (CycloneDX 1.6, JSON) of what the lock installs: ``make sbom``."""

from __future__ import annotations

import json
import sys
import uuid
from pathlib import Path
from typing import Any

from locked import Locked, licence, locked, named, needs, project, reached

from timeline import __version__


def bill() -> dict[str, Any]:
    """Make it; the same lock gives the same bytes, so that it bears no time.

    ``scope``: what the program needs is required, what an extra needs optional, what only its makers need excluded.
    """
    told = project()
    entries = list(locked())
    known = {entry.name for entry in entries}
    required = reached(told["dependencies"])
    extras = told["optional-dependencies"]
    optional = reached(one for name, extra in extras.items() if name != "dev" for one in extra)
    scopes = {name: "required" if name in required else "optional" for name in required | optional}
    own = {
        "type": "application",
        "bom-ref": _purl(told["name"], __version__),
        "name": told["name"],
        "version": __version__,
        "description": told["description"],
        "licenses": [{"expression": told["license"]}],
        "purl": _purl(told["name"], __version__),
    }
    refs = {entry.name: _purl(entry.name, entry.version) for entry in entries}
    direct = sorted(refs[name] for name in known & set(map(named, told["dependencies"])))
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": [_component(entry, scopes.get(entry.name, "excluded")) for entry in entries],
        "dependencies": [
            {"ref": own["bom-ref"], "dependsOn": direct},
            *(
                {"ref": refs[one.name], "dependsOn": [refs[it] for it in needs(one.name) if it in refs]}
                for one in entries
            ),
        ],
    }
    return {"serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(made, sort_keys=True)).urn, **made}


def _component(entry: Locked, scope: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": _purl(entry.name, entry.version),
        "name": entry.name,
        "version": entry.version,
        "scope": scope,
        "hashes": [{"alg": "SHA-256", "content": one} for one in entry.hashes],
        "licenses": [{"expression": licence(entry.name)}],
        "purl": _purl(entry.name, entry.version),
    }
    if entry.marker:
        made["properties"] = [{"name": "environment-marker", "value": entry.marker}]
    return made


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")
