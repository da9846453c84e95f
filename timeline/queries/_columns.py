"""The columns of every frame, in order: what figures, tables and exports may rely on.

Text is never missing ("" where nothing is known). Dates are `datetime64[us]` at midnight without a zone, NaT where
unknown, both ends inclusive. Counts that may be unknown are `Int64`; coordinates NaN. Lists are Python lists.
"""

from __future__ import annotations

from timeline.model import TOLLS

_WHEN = ("date_start", "date_end", "edtf", "precision", "date_basis", "date_phrase", "date_rule", "date_reason")
_SIZES = tuple(f"{what}_{end}" for what in TOLLS for end in ("min", "max"))

# One row an event. `initiators` and `targets` are actor ids, `initiator` and `target` their names joined by "; ".
EVENT_COLUMNS = (
    *("event_id", "label", "type", "mode", "quad", "intensity", "level", "status", "status_words"),
    *("initiators", "targets", "initiator", "target", "symmetric", "claimed_by", "attribution"),
    *_WHEN,
    *("lasting", "place", "country", "lat", "lon", "place_precision"),
    *_SIZES,
    *("n_reports", "n_sources", "confidence", "reasons"),
    *("evidence_basis", "reviewed", "reviewed_by", "reviewed_when", "reviewed_why", "version"),
)
# One row a report of an event; `before` and `after` are up to 200 characters of the article around `text`; `copy_of`
# is the id of the article that this one copies and `copy_of_name` its publisher and title, both "" for most.
MENTION_COLUMNS = (
    *("mention_id", "event_id", "article_id", "start", "end", "text", "trigger_start", "trigger_end"),
    *("type", "mode", "status", "status_words", "initiator", "target", "initiator_words", "target_words"),
    *("claimed_by", "person", "kind"),
    *("date_start", "date_end", "edtf", "date_basis", "date_phrase", "date_rule", "date_reason"),
    *_SIZES,
    *("place", "confidence", "reasons", "title", "publisher", "url"),
    *("published_start", "published_end", "published_basis", "sha256", "before", "after"),
    *("copy_of", "copy_of_name"),
)
ARTICLE_COLUMNS = (
    *("article_id", "name", "title", "publisher", "author", "url", "language", "encoding"),
    *("published_start", "published_end", "published_basis", "published_reason", "published_confidence"),
    *("published_conflicts", "sha256", "source_sha256", "n_chars", "n_mentions", "n_events"),
    *("copy_of", "copy_of_name", "text"),
)
RESPONSE_COLUMNS = (
    *("event_id", "responds_to", "basis", "cue", "mention_id", "sentence", "lag_days", "lag_days_max", "rule"),
)
# `direction` is "answers" (this event answers the other) or "answered_by"; the other event's columns are empty or
# NaT where the build does not hold it.
EVENT_RESPONSE_COLUMNS = (
    *RESPONSE_COLUMNS,
    *("direction", "other_id", "other_label", "other_date_start", "other_date_end"),
)
# `days_waited` counts from the last day of the threat's date; below 0 where that lies ahead.
OPEN_THREAT_COLUMNS = (*EVENT_COLUMNS, "days_waited")
DISAGREEMENT_COLUMNS = ("event_id", "field", "value", "who", "n_reports")
MERGE_REASON_COLUMNS = ("event_id", "mention_a", "mention_b", "score", "sentence")
# Unknown names that act, most frequent first; `file`, `header` and `line` are what to add to the case's lexicon.
CANDIDATE_COLUMNS = (
    *("name", "office", "n", "n_articles", "article_id", "start", "end", "sentence", "file", "header", "line"),
)
# Pairs of events that nearly became one; `other_id` is the event that `event_id` nearly joined.
NEAR_MISS_COLUMNS = ("event_id", "other_id", "score", "sentence")
# The log in its order, with what became of each decision; `event_given` is the event's id as its author saw it.
DECISION_COLUMNS = (
    *("number", "decision_id", "verdict", "state", "event_given", "event_id", "who", "decided", "why"),
    *("change", "subjects", "version", "problem"),
)
# EVENT_COLUMNS with what puts the event where it stands in the queue (`timeline.queries.review_queue`).
QUEUE_COLUMNS = (*EVENT_COLUMNS, "priority", "doubt", "gravity", "n_disputed")
# A step of the chain an event stands in: below 0 what led to it, 0 itself, above 0 what answers it.
CHAIN_COLUMNS = ("step", "event_id", "label", "date_start", "date_end")
# `kind` is added, changed, merged, split or removed; `others` are the other events of a merge or split, `fields` what
# differs, `before` and `after` the values in the order of `fields`.
CHANGE_COLUMNS = ("kind", "event_id", "label", "others", "fields", "before", "after")
REJECT_COLUMNS = ("name", "reason", "source_sha256")
# Counts leave STATEMENTs out, as the default view does.
ACTOR_COLUMNS = ("actor_id", "name", "code", "n_events", "n_as_initiator", "n_as_target")
TYPE_COLUMNS = ("type", "quad", "n_events")
# `side` is "acts" or "sufferings"; an event with the actor on both sides stands in both.
ACTOR_EVENT_COLUMNS = (*EVENT_COLUMNS, "side")
# `lane_id` is the actor id, "initiator~target", type, place or publisher, `lane` its name; both "" where the text
# names none. `bin_end` is inclusive.
DENSITY_COLUMNS = ("lane_id", "lane", "bin_start", "bin_end", "n")
EVENT_LANE_COLUMNS = ("event_id", "lane_id", "lane")
# `role` is "initiator" or "target", `quad` PLOVER's quad class 1 to 4.
QUAD_COLUMNS = ("role", "quad", "n_events")
PERSON_COLUMNS = ("name", "n_events", "n_reports")
SOURCE_COLUMNS = ("publisher", "n_events", "n_reports")
SERIES_COLUMNS = ("actor_id", "bin_start", "bin_end", "n", "hostility")
# `hostility` sums intensities below zero, turned positive; `force` counts events of level 4 and above.
HEAT_COLUMNS = ("bin_start", "bin_end", "n", "force", "hostility")
# `before_per_week` is NaN for the first; `event_ids` are the gravest.
PHASE_COLUMNS = (
    *("number", "date_start", "date_end", "n_events", "hostility", "per_week", "before_per_week", "event_ids"),
    *("name", "decision_id", "decided_by", "decided"),
)
# `n_disputed` is the number of fields on which reports differ.
TOP_COLUMNS = (*EVENT_COLUMNS, "n_disputed")
# A side that no report names is "".
MATRIX_COLUMNS = ("initiator_id", "initiator", "target_id", "target", "n_events", "n_reports", "intensity_mean")
# `facet` is "type", "mode" (its value `TYPE/mode`), "status", "precision", "place" or "actor".
FACET_COLUMNS = ("facet", "value", "label", "n_events")
# `direction` is "forth" (the first side towards the other), "back" or "both"; `beyond` says that the act is towards
# someone else and stands here because an answer links it.
PAIR_EVENT_COLUMNS = (*EVENT_COLUMNS, "direction", "beyond")
# `hostility` is the sum of intensities below zero, turned positive. `bin_end` is inclusive.
PAIR_DENSITY_COLUMNS = ("direction", "bin_start", "bin_end", "n", "hostility")
# `direction` is the answer's, `answered_direction` that of what it answers.
PAIR_RESPONSE_COLUMNS = (*RESPONSE_COLUMNS, "direction", "label", "answered_direction", "answered_label")
# `followed_on` is the first later day of a use of force the same way, NaT where none is reported.
THREAT_COLUMNS = (*EVENT_COLUMNS, "direction", "followed_on")
# Places that have coordinates; `level` and `event_id` are those of the gravest event there, `killed` sums least tolls.
PLACE_COLUMNS = ("place", "country", "lat", "lon", "place_precision", "n_events", "level", "killed", "event_id")
PLACE_TIME_COLUMNS = ("bin_start", "bin_end", "n")
PLACE_LINK_COLUMNS = ("state", "place", "lat", "lon", "n_events")
# What one source, or one claimant, says. The lists hold each value once, the most frequent first; `act_words` are the
# words of the text for the act, `initiator_words` and `target_words` those for the sides.
ACCOUNT_COLUMNS = (
    *("who", "n_reports", "n_events", "dates", "killed_min", "killed_max", "initiators", "statuses"),
    *("act_words", "initiator_words", "target_words"),
)
