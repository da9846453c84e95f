"""The ZIP holds what it says it holds."""

import csv
import hashlib
import io
import zipfile

from tests.export.frames import CONTEXT, events, mentions
from timeline.export import ExportContext, cite_csl, export_events


def unpacked(context=CONTEXT, **given_frames):
    payload = export_events(events(), mentions(), format="zip", context=context, **given_frames)
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_every_file_has_its_hash():
    """SHA256SUMS names every other file of the archive with the hash it really has."""
    files = unpacked()
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(payload).hexdigest() for name, payload in files.items()}


def test_evidence_and_citation_travel_with_the_data():
    """The sentence with its place, the sources, three forms of the citation."""
    files = unpacked()
    (report,) = csv.DictReader(io.StringIO(files["evidence.csv"].decode()))
    assert (report["text"], report["start"], report["end"]) == ("Norland struck Sudria.", "0", "22")
    assert files["citation.txt"] == b"A case: 1 event in 1 report. Escalation Timeline, build b1.\n"
    assert b"@misc{" in files["citation.bib"]
    assert files["citation.json"] == cite_csl(CONTEXT)
    assert {"README.txt", "sources.csv", "events.csv", "events.jsonl"} <= set(files)


def test_a_licence_is_said_or_its_lack_is():
    """What the case says travels; where it says nothing, the README says that."""
    assert b"states no licence" in unpacked()["README.txt"]
    licensed = ExportContext(title="A case", filters="", build_id="b1", licence="CC BY 4.0")
    assert b"Rights: CC BY 4.0" in unpacked(licensed)["README.txt"]
