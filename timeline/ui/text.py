"""Every word the screens say, in one place; names are grouped by the part of the screen that says them."""

from __future__ import annotations

APP_NAME = "Escalation Timeline"

# Pages
OVERVIEW = "Overview"
TIMELINE = "Timeline"
ACTORS = "Actors"
EVENT = "Event"
SOURCES = "Sources"

# Sidebar
FILTERS = "Filters"
FILTER_ACTORS = "Actors"
FILTER_ACTORS_HINT = "All actors"
FILTER_ROLE = "Their role"
ROLES = {"either": "Either", "initiator": "Initiator", "target": "Target"}
FILTER_FROM = "From"
FILTER_TO = "To"
FILTER_DATE_HINT = "2024-04-01"
FILTER_DATE_HELP = "A day, month or year: 2024-04-01, 2024-04 or 2024. Undated events are hidden while a date is set."
FILTER_TYPES = "Types"
FILTER_TYPES_HINT = "All types"
FILTER_STATUS = "Status"
FILTER_STATUS_HINT = "Any status"
FILTER_REPORTS = "At least this many reports"
FILTER_TEXT = "Words in the evidence"
FILTER_TEXT_HINT = "bridge"
FILTER_STATEMENTS = "Include plain statements"
CLEAR = "Clear filters"
STATUSES = {key: key.capitalize() for key in ("happened", "alleged", "planned", "threatened", "denied")}
STATUS_MEANING = {
    "happened": "The article, or the doer, says it happened.",
    "alleged": "It is reported with a hedge, or claimed by one side against another.",
    "planned": "It was announced or expected, not yet done.",
    "threatened": "Force or reprisal was promised; the promise was made, the act was not done.",
    "denied": "Only a denial by the accused side is reported.",
}
# PLOVER's sixteen types in the order of its manual, each with the group it is listed under.
TYPES = {
    "AGREE": "Agreement (words, cooperation)",
    "CONSULT": "Talks and visits (words, cooperation)",
    "SUPPORT": "Support in words (words, cooperation)",
    "CONCEDE": "Concession (words, cooperation)",
    "COOPERATE": "Joint action (deeds, cooperation)",
    "AID": "Aid (deeds, cooperation)",
    "RETREAT": "Ceasefire or withdrawal (deeds, cooperation)",
    "REQUEST": "Appeal or demand (words, conflict)",
    "ACCUSE": "Accusation (words, conflict)",
    "REJECT": "Refusal (words, conflict)",
    "THREATEN": "Threat (words, conflict)",
    "PROTEST": "Protest (deeds, conflict)",
    "SANCTION": "Sanction (deeds, conflict)",
    "MOBILIZE": "Mobilisation (deeds, conflict)",
    "COERCE": "Arrest or coercion (deeds, conflict)",
    "ASSAULT": "Use of force (deeds, conflict)",
    "STATEMENT": "Statement (words)",
}
SHORT_TYPES = {code: words.split(" (")[0] for code, words in TYPES.items()}
LEVELS = {
    1: "No military action",
    2: "Threat of force",
    3: "Display of force",
    4: "Use of force",
    5: "War",
}
NOTICE_BAD_VALUE = "The link asks for {field} “{value}”, which this case does not have. It was left out."
NOTICE_BAD_DATE = "“{value}” is not a date. Write a day, month or year, such as 2024-04-01, 2024-04 or 2024."
NOTICE_DATES_SWAPPED = "The first date is after the last one. Both were left out."

# Empty and failed states
EMPTY = "No event matches these filters."
EMPTY_HINT = "Widen the dates, remove an actor, type or status, or lower the number of reports."
EMPTY_CASE = "This case has no events yet."
EMPTY_CASE_HINT = "Put articles into the case's articles folder and run: python -m timeline build CASE"
EMPTY_TABLE = "Nothing here."
NO_BUILD = "This case could not be built."
NO_BUILD_HINT = "Nothing was changed. The last lines of the build say why:"
NO_CASE = "This case cannot be opened."
SCRIPT_ERROR = "Something went wrong on this page. Reload it; if it happens again, report the number {number}."

# First build
BUILDING = "This case has no build yet, so it is made now. It takes a few seconds for every hundred articles."
BUILDING_STEPS = "Building the case"
BUILDING_STAGE = "{stage}: {done} of {total}"
BUILDING_DONE = "The case is built."
BUILD_STAGES = {
    "reading files": "Reading the files",
    "finding events": "Finding dates, actors and acts",
    "merging reports": "Joining reports of one event",
    "writing the build": "Writing the build",
}

# Overview
HEAD_EVENTS = "Events"
HEAD_REPORTS = "Reports"
HEAD_ARTICLES = "Articles"
HEAD_SPAN = "First to last day"
HEAD_EVENTS_HELP = "What happened, each counted once however often it was reported."
HEAD_REPORTS_HELP = "Sentences that report an event. Several reports may speak of one event."
HEAD_ARTICLES_HELP = "Articles with at least one report in this view."
HEAD_SPAN_HELP = "Earliest and latest calendar day that any dated event in this view may fall on."
LADDER = "Escalation ladder"
FOLD = "Fold time where nothing was reported"
FOLD_HELP = "Off: true time, with the quiet months at their real length."
NEWEST = "Newest"
GRAVEST = "Gravest"
GRAVEST_HOW = "By level of hostility, then by people killed, then by reports."
LISTS_OF_LATEST = "These lists look at the latest {n} events of the view."
INTRO = (
    "**1. See.** Every mark and every row is one event, merged from all the sentences that report it.",
    "**2. Ask.** Choose a mark or a row: the sentences behind it open, each with its source, and why it has this date.",
    "**3. Take.** The address bar holds what you see; send it on. Every chart and table can be downloaded.",
)
INTRO_DISMISS = "Got it"

# Timeline
LANES = {"initiator": "Initiator", "target": "Target", "type": "Type", "place": "Place"}
LANE_BY = "Lanes by"
DENSITY_NOTE = (
    "{n} events are too many to draw one by one, so the picture shows how many fall on each stretch of time. "
    "Narrow the dates or the actors to below {limit} to see each event."
)
LANES_TITLE = "Events by {lane}"
DENSITY_TITLE = "Events over time, by {lane}"
UNDATED = "Undated events"
UNDATED_NOTE = "{n} in this view. No date can be given to them, so they are not on the time axis."
TABLE_OF_EVENTS = "Events in this view"

# Actors
ACTOR_CHOICE = "Actor"
ACTOR_ACTS = "Acts"
ACTOR_SUFFERINGS = "Was the target of"
ACTOR_CHART = "{name} over time"
MATRIX = "Who acts on whom"
ACTOR_NONE = "No actor is named in this view."

# Event
EVENT_ID = "Permanent id"
EVENT_ID_HELP = "Stays the same when the case is built again; the address of this page ends with it."
EVENT_CHOOSE = "Choose an event"
EVENT_NONE = "Choose an event from the list, or open one from a chart or table."
EVENT_UNKNOWN = "No event has the id “{value}” in this case."
EVENT_REPORTS = "Reports"
EVENT_DATE = "How the date is known"
EVENT_STATUS = "How certain"
EVENT_MERGED = "Why these reports are one event"
EVENT_MERGED_SCORE = "The number is how likely two reports are of one event, from 0 to 1, by what they share."
EVENT_MERGED_ONE = "One sentence reports this event, so nothing was merged."
EVENT_MERGED_MORE = "{n} more, none of them stronger; every one is in the JSON Lines download."
EVENT_MERGED_NONE = "No reason for the merge is stored in this build."
EVENT_DISAGREE = "Where the reports differ"
EVENT_DISAGREE_NONE = "The reports do not contradict one another."
EVENT_ANSWERS = "What it answers and what answers it"
EVENT_ANSWERS_NONE = "No sentence links this event to another."
ANSWERS_TO = "Answers"
ANSWERED_BY = "Answered by"
LAG = "{low} days later"
LAG_ONE = "1 day later"
LAG_SAME = "the same day"
LAG_RANGE = "{low} to {high} days later"
LAG_UNKNOWN = "time between unknown"
STATED = "stated in the text"
INFERRED = "inferred, not stated"
FACT_WHEN = "When"
FACT_INITIATOR = "Initiator"
FACT_TARGET = "Target"
FACT_PLACE = "Place"
FACT_TYPE = "Type"
FACT_LEVEL = "Level"
FACT_KILLED = "Killed"
FACT_INJURED = "Injured"
FACT_MUNITIONS = "Munitions"
FACT_REPORTS = "Reports"
FACT_CONFIDENCE = "Confidence"
FACT_CLAIMED_BY = "Claimed by"
CLAIMED_BY_NOBODY = "nobody in these reports"
FACT_HELP = {
    FACT_CONFIDENCE: "How surely the rules read these sentences, from 0 to 1. It is not the chance that it happened.",
    FACT_LEVEL: "Hostility from 1 (no military action) to 5 (war).",
}
EVENT_WHY_CODED = "Why it is read like this"
REPORTS_OF_SOURCES = "{n} in {sources}"
REPORT_NOUN, SOURCE_NOUN, ARTICLE_NOUN, INPUT_NOUN = "report", "source", "article", "input"
SAYS = "{reports}: {who}"
DATE_PHRASE = "Words in the text"
DATE_RULE = "Name of the rule"
DATE_BASIS = "Basis"
DATE_EDTF = "Standard form (EDTF)"
DATE_UNCERTAINTY = "Uncertainty"
BASES = {
    "explicit": "written in the text",
    "relative": "counted from the article's publication",
    "anchored": "counted from another known event",
    "heading": "from a dateline, caption or heading",
    "publication": "the text gives none; the article's own date",
    "none": "no date is given",
}
UNCERTAIN_NONE = "none, one calendar day"
UNCERTAIN_ONE_OF = "one day within {n} days"
UNCERTAIN_LASTING = "it lasted {n} days"
NOT_NAMED = "not named"
NOT_GIVEN = "not given"
UNDATED_SHORT = "undated"
STATUS_WORDS = "Words that decide it"
NO_STATUS_WORDS = "no hedge in the text"

# Evidence
EVIDENCE = "Evidence"
EVIDENCE_HINT = "Click a mark or a row, or choose here"
EVIDENCE_HINT_SHORT = "Choose an event"
EVIDENCE_NONE = "Nothing chosen yet. Click a mark in the chart, a row in a table, or use this list."
OPEN_EVENT = "Open the event's own page"
OPEN_ARTICLE = "Read the stored article"
OPEN_SOURCE = "Open the source"
REPORT_N = "Report {n} of {total}"
MORE_REPORTS = "{n} more on the event's own page."
UNTITLED = "Untitled article"

# Sources
SOURCES_TITLE = "Articles"
IN_VIEW = "The filters leave {view}."
SOURCES_READ = "{articles} read"
SOURCES_LEFT = ", {inputs} left out (see below)."
ARTICLE_CHOOSE = "Article"
ARTICLE_ID = "Permanent id"
ARTICLE_HINT = "Choose an article to read"
ARTICLE_UNKNOWN = "No article has the id “{value}” in this case."
ARTICLE_FACTS = "{chars} characters, read as {encoding}, SHA-256 {sha256}"
ARTICLE_TEXT_HELP = "Exactly as stored; the marked sentences are reports of events."
ARTICLE_TEXT = "Stored text"
ARTICLE_MENTIONS = "Events it reports"
ARTICLE_MENTIONS_NONE = "No report was found in this article."
REJECTS = "Left out, and why"
REJECTS_NONE = "Every file in the case could be read."
ARTICLES_NONE = "This case holds no articles."
PUBLISHED_BASES = {
    "given": "given",
    "text": "found in the text",
    "url": "from the address",
    "metadata": "from the page's data",
    "inferred": "inferred",
    "unknown": "unknown",
}

# Tables
SHOW_TABLE = "Show as table"
ROWS_SHOWN = "Rows {first} to {last} of {total}."
COLUMNS = {
    "when": "When",
    "label": "What",
    "initiator": "Initiator",
    "target": "Target",
    "type_words": "Type",
    "status": "Status",
    "killed": "Killed",
    "n_reports": "Reports",
    "title": "Title",
    "publisher": "Publisher",
    "published": "Published",
    "basis": "How known",
    "reason": "Why",
    "n_events": "Events",
    "n_mentions": "Reports",
    "name": "Name",
    "lane": "Lane",
    "bin_start": "From",
    "bin_end": "To",
    "n": "Events",
    "intensity_mean": "Mean intensity",
    "side": "Side",
    "field": "What about",
    "value": "Says",
    "who": "Who",
    "score": "Score",
    "sentence": "Because",
}
FIELDS = {"targets": "Target", "initiators": "Initiator"}

# Downloads
EXPORT_UNKNOWN = "There is no such build or format."
DOWNLOAD = "Download"
DOWNLOAD_PICTURE = "The picture"
DOWNLOAD_VIEW = "This view: {n} events"
DOWNLOAD_ALL = "Everything"
DOWNLOAD_ALL_HELP = "All events of the build, whatever the filters."
PICTURES = {"png": "PNG image", "svg": "SVG drawing", "pdf": "PDF", "html": "Web page, works offline"}
NO_CHROMIUM = (
    "PNG, SVG and PDF from here need Chromium on the server, which it does not have. "
    "The camera button above the chart saves the picture in your browser."
)
STABLE_LINK = "Stable address of this view as CSV"
CHART_FOOTER = "{view} Build {build}."
