"""Built cases for the screens: invented states, invented reports, every field of an event in use somewhere."""

from dataclasses import replace
from datetime import date, timedelta

from tests.builders import make_actor, make_article, make_count, make_event, make_mention, make_when
from timeline.escalation import find_phases
from timeline.model import UNDATED, Disagreement, MergeReason, Place, Publication, Reject, Response
from timeline.store import BuildContents, make_build_id, write_build

ACTS = (
    ("ASSAULT", 4, 4, -9.0, "struck"),
    ("THREATEN", 3, 2, -3.5, "warned"),
    ("ACCUSE", 3, 1, -3.0, "accused"),
    ("CONSULT", 1, 1, 2.5, "met"),
    ("MOBILIZE", 4, 3, -5.5, "massed troops near"),
)
OUT = {"a0": "2024-02-01", "a1": "2024-06-01", "a2": "2025-06-01"}
NAMES = ("Norland", "Sudria", "Westmark", "Esterra")
HOSTILE = (
    "<script>alert(1)</script> ![x](http://evil.example/a.png) <img src=http://evil.example/b.png> "
    "[c](javascript:alert(2)) http://evil.example/d $x^2$ :red[y] :streamlit: =HYPERLINK(1) \u202etxt\u0000"
)


def write_case(folder, contents):
    """Publish the contents as the current build of a case folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_build(folder, contents, build_id=make_build_id([folder.name, str(len(contents.events))]))
    return folder


def populated(count=40, *, title="Norland and Sudria"):
    """Many events of five types over two years, some merged, disputed, answered, undated, alleged."""
    texts = {f"a{number}": "" for number in range(4)}
    events = [_event(number, texts) for number in range(count)]
    articles = tuple(
        make_article(text or "Nothing.", id=key, name=f"{key}.md", title=f"Border report {key}", publisher=publisher,
                     published=OUT.get(key), url=f"https://example.org/{key}")
        for (key, text), publisher in zip(texts.items(), ("The Gazette", "Harbour Post") * 2, strict=True)
    )  # fmt: skip
    given = replace(articles[0].published, reason="It was given.", conflicts=("The address names another day.",))
    articles = (replace(articles[0], published=given), *articles[1:])
    rejects = (Reject("broken.pdf", "The file is not one of the formats that are read."),)
    return BuildContents(
        events=tuple(events), articles=articles, rejects=rejects, phases=find_phases(events), info={"title": title}
    )


def one_event():
    """A single event with a single report."""
    article = make_article()
    return BuildContents(events=(make_event("E1"),), articles=(article,), info={"title": "One event"})


def unpublished():
    """An article without a publisher, on whose word alone a value stands."""
    article = make_article(title="One quiet week", publisher="")
    event = make_event("E1", disagreements=(_killed("7", article.id),))
    return BuildContents(events=(event,), articles=(article,), info={"title": "Unpublished"})


def hostile():
    """An event and an article whose every word tries to be more than text."""
    text = f"Norland struck Sudria {HOSTILE} on Monday. {HOSTILE}"
    disputed = Publication(reason=HOSTILE, conflicts=(HOSTILE,))
    article = make_article(text, title=HOSTILE, publisher=HOSTILE, name=HOSTILE, url="javascript:alert(3)")
    article = replace(article, published=disputed)
    mention = make_mention(text[: text.index(" on Monday")], place=Place(name=HOSTILE))
    when = replace(mention.when, reason=HOSTILE, phrase=HOSTILE)
    mention = replace(mention, when=when, status_words=HOSTILE, reasons=(HOSTILE,))
    disputed = (Disagreement(field="place", value=HOSTILE, who=(HOSTILE,), n_reports=1),)
    event = make_event("E1", mentions=(mention,), label=HOSTILE, attribution=HOSTILE,
                       disagreements=disputed)  # fmt: skip
    reject = Reject(HOSTILE, HOSTILE)
    return BuildContents(events=(event,), articles=(article,), rejects=(reject,), info={"title": HOSTILE})


def _event(number, texts):
    kind, quad, level, intensity, verb = ACTS[number % len(ACTS)]
    one, two = NAMES[number % 4], NAMES[(number + 1 + number // 4 % 3) % 4]
    day = date(2023, 10, 7) + timedelta(days=number * number % 600)
    end = day + timedelta(days=(0, 0, 3, 25)[number % 4])
    when = make_when(day.isoformat(), end.isoformat()) if number % 13 else UNDATED
    mentions = tuple(_mentions(number, f"{one} {verb} {two} in sector {number}.", texts))
    mentions = tuple(
        replace(m, type=kind, quad=quad, intensity=intensity, when=when, initiators=(make_actor(one),),
                targets=(make_actor(two),), killed=make_count(number) if kind == "ASSAULT" and number else None,
                status="alleged" if number % 7 == 3 else "happened")
        for m in mentions
    )  # fmt: skip
    reasons = tuple(
        MergeReason(mention_a=mentions[0].id, mention_b=m.id, score=0.83, sentence="Same day, same sides, same act.")
        for m in mentions[1:]
    )
    disputed = (_killed("7", "Norland"), _killed("11", "Sudria"))
    answer = Response(event_id=f"E{number}", responds_to=f"E{number - 1}", cue="in reply to", lag_days=3,
                      lag_days_max=5, mention_id=mentions[0].id, sentence=mentions[0].text, rule="cue")  # fmt: skip
    return make_event(
        f"E{number}",
        mentions=mentions,
        label=f"{one} {verb} {two} (sector {number})",
        level=level,
        attribution="Not claimed by anyone; attributed by Westmark." if number % 5 == 0 else "",
        disagreements=disputed if number % 10 == 0 else (),
        merged_because=reasons,
        responses=(answer,) if number % 6 == 1 else (),
    )


def _mentions(number, sentence, texts):
    keys = list(texts)
    for copy in range(1 + number % 3):
        key = keys[(number + copy) % len(keys)]
        start = len(texts[key])
        yield make_mention(sentence, id=f"m{number}-{copy}", article_id=key, start=start)
        texts[key] += f"{sentence} The markets were calm that week. "


def _killed(value, who):
    return Disagreement(field="killed", value=value, who=(who,), n_reports=1)
