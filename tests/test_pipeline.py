"""Articles become one published build: the same bytes in any order, and nothing accepted is lost."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import copy_case
from tests.dates_of_acts import CASES
from timeline.case import read_case
from timeline.downloads import export_build
from timeline.engine import LocalEngine
from timeline.errors import BuildError, LexiconError
from timeline.ingest import article_from_record
from timeline.pipeline import build_case, is_current
from timeline.queries import Filters, list_articles, list_candidates, list_events, list_mentions, list_rejects
from timeline.reading import parser_in_use, reader_for
from timeline.store import current_build_id, open_build

REPORTS = {
    "b.txt": "Norway and Chile met in Oslo on 3 May 2024 to discuss fishing rights.\n",
    "a.txt": "Sudan accused Ethiopia on 4 May 2024 of moving troops to the border.\n",
    "c.txt": "Fighters of al-Shabaab attacked a Kenyan base on 5 May 2024, killing six soldiers.\n",
}


def make_case(folder, names):
    folder.mkdir()
    for name in names:
        (folder / name).write_text(REPORTS[name], encoding="utf-8")
    return read_case(folder)


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_order_and_processes_never_show_in_an_export(tmp_path, format):
    """The same articles, written in another order and read by two processes, give the same bytes."""
    one = make_case(tmp_path / "same", sorted(REPORTS))
    build_case(one, engine=LocalEngine(1))
    first = export_build(one.folder, format)
    (tmp_path / "same").rename(tmp_path / "first")
    two = make_case(tmp_path / "same", sorted(REPORTS, reverse=True))
    build_case(two, engine=LocalEngine(2))
    assert export_build(two.folder, format) == first


def test_every_evidence_sentence_is_its_slice_of_the_stored_text(bundled_case):
    """What a reader is shown stands in the article, character for character."""
    with open_build(bundled_case.folder) as build:
        texts = dict(list_articles(build)[["article_id", "text"]].itertuples(index=False))
        mentions = list_mentions(build, Filters(statements=True))
    assert len(mentions) > 20
    for mention in mentions.itertuples():
        assert texts[mention.article_id][mention.start : mention.end] == mention.text


def test_every_event_has_evidence(bundled_case):
    """No event stands without a sentence."""
    with open_build(bundled_case.folder) as build:
        events = list_events(build, Filters(statements=True))
        mentions = list_mentions(build, Filters(statements=True))
    assert set(events["event_id"]) == set(mentions["event_id"])


def test_original_bytes_are_kept_under_their_hash(bundled_case):
    """What was received can be shown again, whatever we made of it."""
    kept = {path.name for path in bundled_case.originals.iterdir()}
    assert kept == {hashlib.sha256(path.read_bytes()).hexdigest() for path in bundled_case.articles.iterdir()}


def test_nothing_is_done_when_nothing_has_changed(tmp_path):
    """A second build of the same inputs is the first one."""
    case = read_case(copy_case(tmp_path / "case"))
    first = build_case(case)
    again = build_case(case)
    assert (first.fresh, again.fresh) == (True, False)
    assert first.build_id == again.build_id
    assert is_current(case)


def test_a_build_says_which_parser_had_a_say(tmp_path):
    """What was installed when a build was made is a fact of the build; a case may do without."""
    case = make_case(tmp_path / "case", ["a.txt"])
    for parse in (True, False):
        build_case(replace(case, parse=parse))
        with open_build(case.folder) as build:
            assert build.info["parser"] == parser_in_use(parse=parse)
    assert parser_in_use(parse=False) == ""


def test_with_and_without_a_parser_are_two_builds(tmp_path):
    """A build id says how the roles were read, so that one id never names two results."""
    case = make_case(tmp_path / "case", ["a.txt"])
    if not parser_in_use():
        pytest.skip("the optional parser is not installed (`make parse` installs it)")
    parsed = replace(case, parse=True)
    assert build_case(parsed).build_id != build_case(case).build_id
    assert is_current(case)
    assert not is_current(parsed)


def test_a_changed_article_gives_another_build(tmp_path):
    """The build id names its inputs; the old build stays until the new one is whole."""
    case = make_case(tmp_path / "case", ["a.txt"])
    first = build_case(case).build_id
    (case.folder / "b.txt").write_text(REPORTS["b.txt"], encoding="utf-8")
    assert not is_current(case)
    assert build_case(case).build_id != first


def test_one_bad_file_costs_one_file(tmp_path):
    """The batch goes on, and the reject says why."""
    case = make_case(tmp_path / "case", ["a.txt"])
    (case.folder / "photo.png").write_bytes(b"\x89PNG")
    (case.folder / "empty.txt").write_bytes(b"")
    report = build_case(case)
    assert report.articles == 1
    with open_build(case.folder) as build:
        rejects = dict(list_rejects(build)[["name", "reason"]].itertuples(index=False))
    assert set(rejects) == {"photo.png", "empty.txt"}
    assert all(rejects.values())


def test_a_case_may_add_anchors_without_code(tmp_path):
    """A dated event that only this case knows dates a sentence of its articles."""
    case_folder = tmp_path / "case"
    (case_folder / "lexicon").mkdir(parents=True)
    (case_folder / "case.toml").write_text('title = "x"\nlexicons = ["lexicon"]\n', encoding="utf-8")
    (case_folder / "lexicon" / "anchors.yaml").write_text("- id: bad\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"anchors\.yaml"):
        build_case(read_case(case_folder))


def test_an_article_in_another_language_is_kept_and_not_coded(tmp_path):
    """A text that the lexicon cannot read yields no guesses."""
    folder = tmp_path / "case"
    folder.mkdir()
    text = "Der Minister sagte am Montag, dass die Regierung den Angriff auf die Stadt nicht befohlen habe. " * 5
    (folder / "bericht.txt").write_text(text, encoding="utf-8")
    report = build_case(read_case(folder))
    assert (report.articles, report.events) == (1, 0)


def test_progress_is_told_stage_by_stage(tmp_path):
    """Whoever waits sees what is being done and how much is left."""
    told = []
    build_case(make_case(tmp_path / "case", ["a.txt"]), progress=lambda *step: told.append(step))
    assert [stage for stage, done, total in told if done == total] == [
        "keeping originals",
        "reading files",
        "finding events",
        "merging reports",
        "writing the build",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> Sudan attacked Chad on 3 May 2024.",
        "![x](http://example.invalid/p.png) Sudan attacked Chad on 3 May 2024.",
        '=HYPERLINK("http://example.invalid") Sudan attacked Chad on 3 May 2024.',
        "Sudan attacked Chad\x00 on 3 May 2024. \u202egnirts\u202c",
        "1234567890" * 400_000,
        "1234567890" * 1_000_000,
    ],
)
def test_hostile_text_is_stored_as_it_is_and_never_stops_the_batch(tmp_path, hostile):
    """Scripts, images, formulas, NULs, bidi marks and endless digits are only text."""
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "h.txt").write_text(hostile, encoding="utf-8")
    (folder / "a.txt").write_text(REPORTS["a.txt"], encoding="utf-8")
    report = build_case(read_case(folder))
    assert report.articles + len(report.rejects) == 2
    lines = export_build(folder, "jsonl").decode("utf-8").splitlines()
    assert all(json.loads(line) for line in lines)
    assert current_build_id(folder) == report.build_id


def test_a_build_tells_who_answered_what(tmp_path):
    """The walk from the strike to the reprisal, as the articles state it."""
    report = build_case(read_case(copy_case(tmp_path / "case")))
    strike, barrage = next(chain for chain in report.chains if chain[0].startswith("2024-04-01"))[:2]
    assert "Damascus" in strike
    assert barrage.startswith("2024-04-13/2024-04-14 Iran against Israel")


CHAINED = {
    "a.txt": "Norway bombed an oil depot in Kassala on 3 May 2023, killing six soldiers.\n",
    "b.txt": "Published 20 June 2023\n\nTwo weeks after the strike on the depot in Kassala, Sudan expelled the "
    "ambassador of Norway. Chad condemned Norway on 19 June 2023.\n",
    "c.txt": "The strike on the depot in Kassala last month shook the region. Sudan accused Norway of lying.\n",
    "d.txt": "Published 1 July 2023\n\nThree days after the expulsion of Norway's ambassador by Sudan, Kenya "
    "arrested two soldiers of Chad.\n",
}


def write_chained(folder, names):
    folder.mkdir()
    for name in names:
        (folder / name).write_text(CHAINED[name], encoding="utf-8")
    return read_case(folder)


def test_events_of_other_articles_date_what_counts_from_them(tmp_path):
    """A phrase is resolved by an event that another article dates, an undated article too; the chain is shown."""
    case = write_chained(tmp_path / "case", CHAINED)
    build_case(case, engine=LocalEngine(1))
    with open_build(case.folder) as build:
        events = list_events(build, Filters())
        articles = list_articles(build).set_index("name")
    expelled = events[events["label"].str.contains("expulsion")].iloc[0]
    assert expelled["edtf"] == "[2023-05-14..2023-05-20]"
    assert expelled["date_basis"] == "anchored"
    assert expelled["date_reason"].endswith(
        "“Two weeks after” + Norway: air strike in Kassala, 3 May 2023, reported in this case (a.txt)."
    )
    assert articles.loc["c.txt", "published_basis"] == "inferred"
    assert "last month” tells of Norway: air strike in Kassala" in articles.loc["c.txt", "published_reason"]


def test_a_date_counted_from_another_event_dates_nothing_more(tmp_path):
    """What is dated by such a phrase only is no point to count from: dates never rest on one another in a ring."""
    case = write_chained(tmp_path / "case", ["a.txt", "b.txt", "d.txt"])
    build_case(case, engine=LocalEngine(1))
    with open_build(case.folder) as build:
        arrest = list_events(build, Filters()).query("label.str.startswith('Kenya')").iloc[0]
    assert arrest["date_basis"] == "publication"


def test_a_second_reading_never_knows_less(tmp_path):
    """An article that the first reading dated keeps that date where the events of the case say less."""
    case = read_case(copy_case(tmp_path / "case"))
    build_case(case, engine=LocalEngine(1))
    with open_build(case.folder) as build:
        articles = list_articles(build).set_index("name")
    reader = reader_for(case.lexicons)
    for name in articles.index[articles["published_basis"].isin(["inferred", "unknown"])]:
        text = (case.articles / name).read_text(encoding="utf-8").split("---", 2)[-1]
        first = reader.read(article_from_record({"id": "a", "text": text}, furniture=reader.lexicon.furniture))
        days = first.article.published.interval
        row = articles.loc[name]
        if days is not None:
            assert (row["published_end"] - row["published_start"]).days + 1 <= days.days


def test_order_and_processes_never_show_in_what_is_read_twice(tmp_path):
    """The second reading is the same in any order of articles and with any number of processes."""
    exports = []
    for names, processes in ((sorted(CHAINED), 1), (sorted(CHAINED, reverse=True), 2)):
        case = write_chained(tmp_path / "same", names)
        build_case(case, engine=LocalEngine(processes))
        exports.append(export_build(case.folder, "jsonl"))
        case.folder.rename(tmp_path / f"done{processes}")
    assert exports[0] == exports[1]


@pytest.mark.parametrize(("published", "text", "wanted"), CASES)
def test_each_act_of_a_sentence_has_its_own_day(published, text, wanted):
    """Clause, attachment, order of telling and reported speech decide which date belongs to which act."""
    reader = reader_for(())
    record = {"id": "a", "published": published, "text": text}
    mentions = reader.read(article_from_record(record, furniture=reader.lexicon.furniture)).mentions
    found = {m.trigger.of(text): m.when.interval for m in mentions}
    for word, days in wanted.items():
        (interval,) = [interval for trigger, interval in found.items() if word in trigger]
        first, _, last = days.partition("/")
        assert interval is not None
        assert (str(interval.start), str(interval.end)) == (first, last or first)


MANY_ACTS = """Sudan and Chad trade fire for a third day

ADRE, May 7, 2024 - Sudanese jets bombed two depots near Adre on Tuesday, killing nine Chadian soldiers, Chad said.

Chadian artillery shelled a Sudanese post at Tine, wounding four. Sudanese forces had fired mortars at the town of Bahai
on Sunday. A Sudanese drone hit a fuel truck outside Abeche, officials added.

The bombing of the depots was condemned by Kenya. Sudan said the jets had struck in self-defence. The air strike killed
nine, its most deadly since the fighting began.

Sudan rejected a Kenyan offer of talks. It recalled its ambassador from Chad the same day.
"""


def test_an_article_of_many_acts_keeps_them_apart(tmp_path):
    """One side's acts of one article are one event only where the text returns to them."""
    (tmp_path / "a.txt").write_text(MANY_ACTS, encoding="utf-8")
    build_case(read_case(tmp_path))
    with open_build(tmp_path) as build:
        events = list_events(build, Filters(types=("ASSAULT",)))
        mentions = list_mentions(build, Filters(types=("ASSAULT",)))
    told = mentions.groupby("event_id")["text"].agg(" ".join)
    (depots,) = [words for words in told if "bombed two depots" in words]
    assert "The air strike killed" in depots
    for other in ("mortars at the town", "shelled a Sudanese post", "fuel truck"):
        assert other not in depots
        assert sum(other in words for words in told) == 1
    assert len(events) >= 4


PIECES = st.sampled_from(
    [
        "Sudan attacked Chad on 3 May 2024, killing at least 12 soldiers.",
        "Two days later, Chad vowed to retaliate for the attack.",
        "“We will answer,” the army said on Monday.",
        "KHARTOUM, May 7 — The Rapid Support Forces denied shelling the camp.",
        "See also: ten beaches to visit",
        "- Iran’s drones hit a base in Iraq last week",
        "(Photo: a soldier in Goma on 1 March 2023. AFP)",
        "<script>alert(1)</script> =1+1 ![x](http://example.invalid)",
        "\u202eabc\u202c \U0001f600 e\u0301\u0301 \ufffd",
        "7" * 700,
        "",
    ]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", "\n\n", "\t", "\u00a0", ""])), min_size=1, max_size=12))
def test_whatever_the_article_evidence_is_its_slice_of_the_text(pieces):
    """Sentence and trigger point into the stored text, however the text is put together."""
    text = "".join(piece + gap for piece, gap in pieces)
    if not text.strip():
        return
    reader = reader_for(())
    record = {"id": "a", "published": "2024-05-10", "text": text}
    reading = reader.read(article_from_record(record, furniture=reader.lexicon.furniture))
    stored = reading.article.text
    for mention in reading.mentions:
        assert stored[mention.start : mention.end] == mention.text
        assert mention.start <= mention.trigger.start < mention.trigger.end <= mention.end


def test_a_name_nobody_knows_is_offered_until_the_case_knows_it(tmp_path):
    """An unknown group is kept with its sentence and its line; the line in the case's lexicon makes it an actor."""
    (tmp_path / "a.txt").write_text("On 3 May 2024 the Katiba Zamor attacked a Chadian convoy.", encoding="utf-8")
    build_case(read_case(tmp_path))
    with open_build(tmp_path) as build:
        (row,) = list_candidates(build).to_dict("records")
    assert (row["name"], row["n"], row["sentence"][row["start"] : row["end"]]) == ("Katiba Zamor", 1, "Katiba Zamor")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / row["file"]).write_text(f"{row['header']}\n{row['line']}\n", encoding="utf-8")
    report = build_case(read_case(tmp_path))
    assert report.candidates == ()
    with open_build(tmp_path) as build:
        assert list_candidates(build).empty
        assert list_events(build, Filters())["initiator"].tolist() == ["Katiba Zamor"]


def test_a_case_that_lost_its_articles_keeps_its_build(tmp_path):
    """An emptied folder is refused with the way out, and is published only where it is asked for."""
    case = make_case(tmp_path / "case", ["a.txt"])
    before = build_case(case).build_id
    (case.folder / "a.txt").unlink()
    with pytest.raises(BuildError, match=r"build --force"):
        build_case(case)
    assert current_build_id(case.folder) == before
    assert build_case(case, force=True).articles == 0
    assert build_case(case).fresh is False


def test_a_new_case_without_articles_is_built_empty(tmp_path):
    """A folder that never held an article is no loss."""
    assert build_case(make_case(tmp_path / "case", [])).articles == 0
