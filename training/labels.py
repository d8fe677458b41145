"""Label schemes: how the annotation of each corpus becomes the classes of a head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

O = 0  # the outside label is always number 0

NER_TYPES = ["Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc"]
GMB_TYPES = ["geo", "gpe", "per", "org", "tim", "art", "eve", "nat"]

# DWIE: the first type tag found decides, so finer tags stand before the general ones.
DWIE_RULES: list[tuple[str, str]] = [
    ("role", "role"),
    ("time", "time"),
    ("money", "money"),
    ("gpe0-x", "nationality"),
    ("gpe1-x", "nationality"),
    ("gpe2-x", "nationality"),
    ("loc-x", "nationality"),
    ("ethnicity", "group"),
    ("religion-x", "group"),
    ("religion", "group"),
    ("gpe0", "country"),
    ("gpe1", "region"),
    ("gpe2", "city"),
    ("regio", "region"),
    ("district", "region"),
    ("facility", "facility"),
    ("location", "place"),
    ("media", "media"),
    ("party", "party"),
    ("sport_team", "team"),
    ("sport_org", "team"),
    ("company", "company"),
    ("igo", "igo"),
    ("so", "igo"),
    ("military_alliance", "igo"),
    ("governmental_organisation", "government"),
    ("agency", "government"),
    ("ministry", "government"),
    ("army", "government"),
    ("court", "government"),
    ("police", "government"),
    ("police_org", "government"),
    ("organization", "organisation"),
    ("person", "person"),
    ("work_of_art", "work"),
    ("film_title", "work"),
    ("book_title", "work"),
    ("music_title", "work"),
    ("tv_title", "work"),
    ("theatre_title", "work"),
    ("musical_title", "work"),
    ("culture_title", "work"),
    ("exhibition_title", "work"),
    ("report", "work"),
    ("research_journal", "work"),
    ("treaty", "law"),
    ("event", "event"),
    ("war", "event"),
    ("award", "award"),
    ("product", "product"),
    ("technology", "product"),
    ("brand", "product"),
    ("military_equipment", "product"),
    ("value", "value"),
    ("other", "misc"),
    ("misc", "misc"),
]
DWIE_TYPES = list(dict.fromkeys(kind for _, kind in DWIE_RULES))

EVENT_TYPES = [
    "occurrence", "reporting", "perception", "aspectual", "state", "causative", "negated",
    "human", "nonhuman", "location", "time",
]
EVENT_KINDS = EVENT_TYPES[:7]  # those that are event triggers

MENTION_TYPES = [
    "none", "person", "organization", "place", "event", "time", "object", "abstract", "animal", "plant", "substance",
]

ATTRIBUTION = ["O", "B-source", "I-source", "B-content", "I-content"]

# DWIE relations; "-x" variants (the object is an adjective such as "German") and levels of places are merged.
DWIE_RELATIONS = [
    "based_in", "in", "citizen_of", "member_of", "nationality_form", "agent_of", "head_of", "agency_of", "player_of",
    "head_of_state", "appears_in", "vs", "head_of_gov", "minister_of", "event_in", "part_of", "created_by",
    "award_received", "institution_of", "ministry_of", "coach_of", "won_vs", "spouse_of", "directed_by", "is_meeting",
    "plays_in", "spokesperson_of", "product_of", "character_in", "signed_by", "child_of", "law_of", "mayor_of",
    "advisor_of", "artifact_of", "royalty_of", "founder_of", "sibling",
]
_DWIE_RENAMED = {
    "based_in0": "based_in", "based_in1": "based_in", "based_in2": "based_in",
    "in0": "in", "in1": "in", "in2": "in",
    "event_in0": "event_in", "event_in1": "event_in", "event_in2": "event_in", "present_in0": "event_in",
    "gpe0": "nationality_form", "gpe1": "nationality_form", "gpe2": "nationality_form",
}
KNOWLEDGENET_RELATIONS = [
    "CEO", "CHILD_OF", "DATE_FOUNDED", "DATE_OF_BIRTH", "DATE_OF_DEATH", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF",
    "FOUNDED_BY", "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION",
    "SPOUSE", "SUBSIDIARY_OF",
]
RELATIONS = DWIE_RELATIONS + KNOWLEDGENET_RELATIONS

# Re-DocRED properties that say the same; a minus turns subject and object round.
WIKIDATA_RELATIONS: dict[str, list[str]] = {
    "P27": ["citizen_of"], "P463": ["member_of"], "P361": ["part_of"], "P54": ["player_of"], "P286": ["-coach_of"],
    "P6": ["-head_of_gov"], "P35": ["-head_of_state"], "P166": ["award_received"], "P57": ["directed_by"],
    "P50": ["created_by"], "P170": ["created_by"], "P26": ["spouse_of", "SPOUSE"], "P3373": ["sibling"],
    "P40": ["-child_of", "-CHILD_OF"], "P22": ["child_of", "CHILD_OF"], "P25": ["child_of", "CHILD_OF"],
    "P112": ["FOUNDED_BY", "-founder_of"], "P159": ["HEADQUARTERS", "based_in"], "P571": ["DATE_FOUNDED"],
    "P569": ["DATE_OF_BIRTH"], "P570": ["DATE_OF_DEATH"], "P69": ["EDUCATED_AT"], "P108": ["EMPLOYEE_OR_MEMBER_OF"],
    "P19": ["PLACE_OF_BIRTH"], "P551": ["PLACE_OF_RESIDENCE"], "P102": ["POLITICAL_AFFILIATION", "member_of"],
    "P749": ["SUBSIDIARY_OF"], "P355": ["-SUBSIDIARY_OF"], "P131": ["in"], "P1441": ["character_in"],
    "P674": ["-character_in"], "P161": ["-plays_in"], "P169": ["CEO"],
}


def dwie_relation(name: str) -> tuple[str, bool] | None:
    """Merged name of a DWIE relation and whether it is turned round; None where it is too rare to learn."""
    name = name.removesuffix("-x")
    if name == "parent_of":
        return "child_of", True
    name = _DWIE_RENAMED.get(name, name)
    return (name, False) if name in DWIE_RELATIONS else None


def dwie_type(tags: Iterable[str]) -> str | None:
    """Coarse type of a DWIE concept from its tags."""
    types = {tag.removeprefix("type::") for tag in tags if tag.startswith("type::")}
    return next((kind for tag, kind in DWIE_RULES if tag in types), None)


def event_type(tag: str) -> str:
    """Class of an ECB+ tag such as ACTION_OCCURRENCE or HUMAN_PART_PER."""
    if tag.startswith("NEG_"):
        return "negated"
    if tag.startswith("ACTION_"):
        kind = tag.removeprefix("ACTION_").lower()
        return kind if kind in EVENT_TYPES else "occurrence"
    if tag.startswith("HUMAN"):
        return "human"
    if tag.startswith("NON_HUMAN"):
        return "nonhuman"
    return "location" if tag.startswith("LOC") else "time"


def bio(types: Sequence[str]) -> list[str]:
    """Label list of a BIO head: O, then B and I of each type."""
    return ["O"] + [f"{prefix}-{kind}" for kind in types for prefix in "BI"]


def bio_labels(length: int, spans: Iterable[tuple[int, int, int]]) -> list[int]:
    """Label numbers of spans (first word, end, type number); the longest of overlapping spans stays."""
    labels = [O] * length
    for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1]):
        if any(labels[start:end]):
            continue
        labels[start] = 1 + 2 * kind
        labels[start + 1:end] = [2 + 2 * kind] * (end - start - 1)
    return labels


def lemma_script(form: str, lemma: str) -> str:
    """Edit that makes a lemma of a form: case|letters cut from the end|letters added, or case|*|whole lemma."""
    case = "lower" if lemma == lemma.lower() else "keep"
    low = form.lower() if case == "lower" else form
    shared = 0
    while shared < min(len(low), len(lemma)) and low[shared] == lemma[shared]:
        shared += 1
    if shared == 0:
        return f"{case}|*|{lemma}"
    return f"{case}|{len(low) - shared}|{lemma[shared:]}"


def frequent(values: Iterable[str], least: int) -> list[str]:
    """Values that occur at least so often, commonest first."""
    return [value for value, count in Counter(values).most_common() if count >= least]
