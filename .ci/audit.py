"""Write the bill of materials of what is installed, and ask whether any of it is known to be vulnerable.

    python .ci/audit.py REQUIREMENTS OUT [PIP_AUDIT ...]

The bill (CycloneDX 1.6) comes from the pinned requirements alone and needs no network. The question does: an advisory
service that cannot be reached, or that knows nothing of a package, is a failure and never taken for a good answer.
Exit codes: 0 all were asked about and none is vulnerable, 1 some are, 3 some or all could not be asked about.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOUND, VULNERABLE, UNKNOWN = 0, 1, 3
SHOWN = 5
"""How many packages that could not be asked about are named."""

_PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$"
)
_HASH = re.compile(r"^\s+--hash=sha256:(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A package at one version, with the hashes of its files."""

    name: str
    version: str
    marker: str | None
    """on which systems it is installed; None for all"""
    hashes: tuple[str, ...]


def pins_in(requirements: str) -> Iterator[Pin]:
    """Yield the packages of a file that `make lock` wrote."""
    found: re.Match[str] | None = None
    hashes: list[str] = []
    for line in [*requirements.splitlines(), ""]:
        digest = _HASH.match(line)
        if digest is not None:
            hashes.append(digest["digest"])
        elif not line.lstrip().startswith("#"):
            if found is not None:
                yield Pin(name=found["name"], version=found["version"], marker=found["marker"], hashes=tuple(hashes))
            found, hashes = _PIN.match(line), []
            if line.strip() and found is None:
                raise ValueError(f"expected a pinned package, got {line!r}")


def bill_of(pins: Sequence[Pin], *, name: str, version: str) -> dict[str, Any]:
    """Return the bill of materials, the same for the same requirements."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": [
            {
                "type": "library",
                "bom-ref": f"pkg:pypi/{pin.name}@{pin.version}",
                "name": pin.name,
                "version": pin.version,
                "purl": f"pkg:pypi/{pin.name}@{pin.version}",
                "properties": [
                    *({"name": "dateline:file-sha256", "value": digest} for digest in pin.hashes),
                    *([] if pin.marker is None else [{"name": "dateline:marker", "value": pin.marker}]),
                ],
            }
            for pin in sorted(pins, key=lambda it: (it.name.lower(), it.version))
        ],
    }


def verdict_of(answer: str, complaint: str) -> tuple[int, str]:
    """Return the exit code and the words for what pip-audit answered, in JSON, and what it complained of."""
    try:
        asked = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        why = (complaint.strip().splitlines() or ["it said nothing"])[-1]
        return UNKNOWN, f"NOT AUDITED: the advisory service could not be reached, nothing is known. {why[:300]}"
    skipped = [it for it in asked if "skip_reason" in it]
    bad = [f"{it['name']} {it['version']}: {fault['id']}" for it in asked for fault in it.get("vulns", ())]
    if bad:
        return VULNERABLE, "\n".join([f"VULNERABLE: {len(bad)} known faults", *bad])
    if skipped or not asked:
        names = ", ".join(it["name"] for it in skipped[:SHOWN])
        why = skipped[0]["skip_reason"] if skipped else "no package was named"
        return UNKNOWN, (
            f"NOT AUDITED: of {len(asked)} packages {len(skipped)} are unknown to the advisory service ({names} …), "
            f"so that nothing is known of them. {why}"
        )
    return SOUND, f"{len(asked)} packages, no known fault"


def main(requirements: Path, out: Path, command: Sequence[str]) -> int:
    """Write the bill, ask, say what came of it and return the exit code."""
    project = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text())["project"]
    pins = list(pins_in(requirements.read_text(encoding="utf-8")))
    out.parent.mkdir(parents=True, exist_ok=True)
    bill = bill_of(pins, name=project["name"], version=project["version"])
    out.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(pins)} packages")
    asking = ["--disable-pip", "--require-hashes", "-r", str(requirements), "-f", "json", "--progress-spinner", "off"]
    done = subprocess.run([*command, *asking], capture_output=True, text=True, check=False)  # noqa: S603 - our own tool
    code, words = verdict_of(done.stdout, done.stderr)
    print(words, file=sys.stdout if code == SOUND else sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or ["pip-audit"]))
