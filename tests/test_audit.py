"""`make audit`: a bill of materials without a network, and no good answer where there was none."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FAULTY = {"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}
GOOD = {"name": "b", "version": "2", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "not found"}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("answer", "complaint", "code", "words"),
    [
        ([GOOD], "", 0, "1 packages, no known fault"),
        ([GOOD, FAULTY, SKIPPED], "", 1, "VULNERABLE: 1 known faults\na 1: CVE-1"),
        ([GOOD, SKIPPED], "", 3, "NOT AUDITED: of 2 packages 1 are unknown to the advisory service (c …)"),
        ([], "", 3, "NOT AUDITED: of 0 packages"),
        (
            None,
            "Traceback\nConnectionError: no route",
            3,
            "could not be reached, nothing is known. ConnectionError: no",
        ),
        (None, "", 3, "it said nothing"),
    ],
)
def test_only_an_answer_for_every_package_is_a_good_one(
    audit: ModuleType, answer: list[object] | None, complaint: str, code: int, words: str
) -> None:
    got, said = audit.verdict_of("" if answer is None else json.dumps({"dependencies": answer}), complaint)

    assert code == got
    assert words in said


def test_the_bill_of_materials_names_every_pinned_package(audit: ModuleType, tmp_path: Path) -> None:
    """With no network; the same twice; and a service that cannot be asked is a failure all the same."""
    requirements = ROOT / "requirements.txt"
    out = tmp_path / "build" / "sbom.json"
    code = audit.main(requirements, out, [sys.executable, "-c", "import sys; sys.exit('no route')"])
    bill = json.loads(out.read_text())

    assert code == 3
    pinned = set(re.findall(r"^([a-z0-9._-]+)==(\S+)", requirements.read_text(), re.MULTILINE))
    assert pinned == {(it["name"], it["version"]) for it in bill["components"]}
    assert all(it["properties"] for it in bill["components"])
    first = out.read_bytes()
    audit.main(requirements, out, ["false"])
    assert first == out.read_bytes()


def test_the_bill_has_the_form_that_its_format_asks_for(audit: ModuleType) -> None:
    bom = pytest.importorskip("cyclonedx.model.bom")
    pins = list(audit.pins_in((ROOT / "requirements.txt").read_text()))
    read = bom.Bom.from_json(audit.bill_of(pins, name="dateline", version="0"))

    assert {(it.name, it.version) for it in pins} == {(it.name, it.version) for it in read.components}


def test_a_line_that_is_no_pin_is_refused(audit: ModuleType) -> None:
    with pytest.raises(ValueError, match="expected a pinned package"):
        list(audit.pins_in("a>=1\n"))
