"""Police in local news: who arrested, charged with batons or shot whom, in lower case as wires print it."""

import pytest

# sentence, type, the initiator's words
ACTS = [
    ("police swooped on a hideout and took four men into custody.", "COERCE", "police"),
    ("police resorted to a mild lathi-charge to disperse the mob.", "ASSAULT", "police"),
    ("policemen caned the demonstrators outside the secretariat.", "ASSAULT", "policemen"),
    ("the marchers were bundled into vans by policemen.", "COERCE", "policemen"),
    ("the president of the union and eight others were whisked away by the police.", "COERCE", "the police"),
    ("police laid a trap and caught him red-handed.", "COERCE", "police"),
    ("police acted swiftly to arrest a local activist.", "COERCE", "police"),
    ("a gangster was gunned down in an encounter with the police in ghaziabad.", "ASSAULT", "the police in ghaziabad"),
    ("three insurgents were killed in an exchange of fire with police.", "ASSAULT", "police"),
    ("two alleged smugglers were killed by a police party.", "ASSAULT", "a police party"),
    ("on friday, the city police, with help from the army, arrested four men.", "COERCE", "the city police"),
    ("two killed, six hurt as police open fire on mob.", "ASSAULT", "police"),
    ("riot police charged at the marchers with batons.", "ASSAULT", "riot police"),
    ("a constable slapped the woman outside the court.", "ASSAULT", "a constable"),
    ("six men were picked up from their homes by plain-clothes policemen.", "COERCE", "plain-clothes policemen"),
    ("two hurt in police-student clash.", "ASSAULT", "police-student"),
    ("police charged two marchers with arson.", "ACCUSE", "police"),
]

# An act that nobody named did: the people before the participle are whom it befell.
UNNAMED = [
    "those arrested also included a party worker from pune.",
    "many of those detained were on their way to a fair.",
    "the others arrested in the town were let off at night.",
    "men recently arrested under the act will not be paid.",
    "45 workers were taken into preventive custody ahead of the strike.",
    "the accused was produced before a judge and lodged in jail.",
    "a lawyer was picked up from his home at midnight.",
    "two fishermen were picked up for questioning.",
]

# Headlines and plain prose: who was shot dead, and by whom.
SHOT = [
    ("Mayor shot dead outside his home.", "", "Mayor"),
    ("Two smugglers shot dead near the border.", "", "Two smugglers"),
    ("Police shot dead two smugglers near the border.", "Police", "two smugglers"),
    ("Deputies shot and wounded a man armed with a knife.", "Deputies", "a man"),
]

# harmed people, who harmed them
FOUGHT = [
    ("Five villagers were killed in clashes with M23 rebels near Goma.", "m23"),
    ("Six people were wounded in a shootout with Israeli troops.", "ISR"),
    ("Three people died in clashes with Kenyan police.", "KEN"),
]


def first_event(coder, text):
    """The one act that a line reports."""
    return coder.code_line("line", None, text)["events"][0]


@pytest.mark.parametrize(("text", "type_", "initiator"), ACTS)
def test_police_are_who_acted(coder, text, type_, initiator):
    """Police are the initiator in the active, behind "by", in headlines and where a fight was with them."""
    event = first_event(coder, text)
    assert (event["plover"], event["source_text"]) == (type_, initiator)


@pytest.mark.parametrize("text", UNNAMED)
def test_people_before_a_bare_participle_did_not_act(coder, text):
    """An arrest by nobody named has no initiator."""
    event = first_event(coder, text)
    assert (event["plover"], event["mode"]) == ("COERCE", "arrest")
    assert "police" in event["source_text"] or not event["source_text"]


@pytest.mark.parametrize(("text", "doer"), FOUGHT)
def test_harm_in_a_fight_is_laid_to_the_other_side(coder, text, doer):
    """Whom a fight was with is not its victim."""
    event = first_event(coder, text)
    assert doer.upper() in event["source"].upper()
    assert doer.upper() not in event["target"].upper()


@pytest.mark.parametrize(("text", "doer", "victim"), SHOT)
def test_who_was_shot_is_not_who_shot(coder, text, doer, victim):
    """Without an object "shot dead" tells of its subject; two verbs share the object behind the second."""
    event = first_event(coder, text)
    assert event["source_text"] == doer
    assert event["target_text"].startswith(victim)


def test_a_taxi_arrests_nobody(coder):
    """ "Picked up from his home" is what drivers do too."""
    assert coder.code_line("line", None, "The guest was picked up from his home by a taxi.")["events"] == []
