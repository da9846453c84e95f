"""Tolls in whole sentences: who died and who was hurt, as news counts them.

Written before the rules were mended on them: of 45 sentences 24 were right at first.
"""

import pytest

from tests.builders import make_sentence

# sentence, killed, injured, as "least-most"; nothing behind the dash is a floor, an empty word no number
TOLLS = [
    ("All 33 militants who hijacked a bus in Mali were killed.", "33-33", ""),
    ("Six soldiers, who had guarded a bridge in Sumy, were killed by Russia.", "6-6", ""),
    ("Mali's army said 13 people, nine of them soldiers, were killed by JNIM and 40 were wounded.", "13-13", "40-40"),
    ("Thirty-two people, seven of them civilians, were killed in a Russian missile strike on Kharkiv.", "32-32", ""),
    ("A Russian strike on Kharkiv killed 32 people, seven of them civilians.", "32-32", ""),
    ("Israeli aircraft bombed Khan Younis, killing 12, including three children.", "12-12", ""),
    ("The death toll from the Saudi airstrike on Hodeidah rose to 41 from 38.", "41-41", ""),
    ("The number of dead in the Saudi airstrike on Hodeidah climbed from 38 to 41.", "41-41", ""),
    ("More than two dozen dead and scores hurt in a Sudanese army raid on Nyala.", "24-", "40-"),
    ("Iran fired 12 missiles at a US base in Iraq; no casualties were reported.", "0-0", "0-0"),
    ("Between 20 and 30 fighters were killed when Turkey bombed PKK camps in Qandil.", "20-30", ""),
    ("At least five soldiers and three civilians died in a Boko Haram attack on Diffa.", "8-", ""),
    ("A Taliban bombing in Kabul claimed the lives of 14.", "14-14", ""),
    ("Three people lost their lives when Russia shelled Kherson.", "3-3", ""),
    ("Ethiopian drones hit a school in Amhara, leaving two pupils dead and five wounded.", "2-2", "5-5"),
    ("Al-Shabaab shelled Beledweyne; 17 people were killed and at least 30 others were injured.", "17-17", "30-"),
    ("Ten people, most of them women, were killed when Israel struck a shelter in Gaza.", "10-10", ""),
    ("Houthi shelling of Taiz killed three and wounded 11.", "3-3", "11-11"),
    ("A Palestinian was killed by Israeli fire near Nablus.", "1-1", ""),
    ("A woman and her son were killed when Russia shelled Nikopol.", "2-2", ""),
    ("One person died and seven were hurt when a Ukrainian drone hit Belgorod.", "1-1", "7-7"),
    ("Israel said it killed four Hezbollah members in Tyre.", "4-4", ""),
    ("The Pakistani army killed 15 to 20 militants in North Waziristan.", "15-20", ""),
    ("Upwards of 50 people were massacred by M23 in Kishishe.", "50-", ""),
    ("Three Indian soldiers were wounded but nobody was killed when Pakistan shelled Poonch.", "0-0", "3-3"),
    ("The RSF attack on El Fasher left 22 dead, among them nine children.", "22-22", ""),
    ("Five aid workers, two of them French, were shot dead by Islamic State in Niger.", "5-5", ""),
    ("Some 30 people are feared dead after Nigeria's air force bombed a market in Zamfara.", "30-30", ""),
    ("All 11 people aboard died when a Russian missile brought down the plane over Ukraine.", "11-11", ""),
    ("An Israeli strike killed a family of eight in Rafah.", "8-8", ""),
    ("Two of the five hostages held by Hamas were killed.", "2-2", ""),
    ("The toll in the Boko Haram raid stands at 13.", "13-13", ""),
    ("Six were killed and nine others wounded by Ukrainian shelling in Donetsk.", "6-6", "9-9"),
    ("Several hundred Armenians were killed when Azerbaijan attacked Karabakh.", "300-", ""),
    ("Israel struck Beirut, and 1,200 families fled.", "", ""),
    ("About 20 people sustained injuries when Turkish jets bombed Sinjar.", "", "20-20"),
    ("Three Kurdish fighters died and two more were injured in a Turkish drone strike on Kobani.", "3-3", "2-2"),
    ("The Ethiopian army shot dead a deacon in Gondar.", "1-1", ""),
    ("Dozens of Houthi fighters were killed in US strikes on Hodeidah.", "24-", ""),
    ("Five died on the spot when Al-Shabaab bombed a cafe in Mogadishu.", "5-5", ""),
    ("As many as 70 people may have been killed in the Saudi air strike on Saada prison.", "0-70", ""),
    ("Sixteen members of one family were wiped out by an Israeli strike on Jabalia.", "16-16", ""),
    ("Russia's attack on Odesa killed a couple and their two children.", "4-4", ""),
    ("Two dead, eight injured as Russian drones hit Dnipro.", "2-2", "8-8"),
]

KNOWN = [
    ("Six Malian soldiers were among the dead after JNIM stormed the base.", "6-6", ""),
    ("Scores were killed, some say more than 100, when the Myanmar army bombed Pazigyi.", "100-", ""),
    ("Seven bodies were recovered after the Syrian army bombed Idlib.", "7-7", ""),
    ("Twelve people were taken to hospital after Russia shelled Sumy.", "", "12-12"),
]


def bounds(count):
    """A count as text, empty where there is none."""
    return "" if count is None else f"{count.low}-{'' if count.high is None else count.high}"


def tolls(coder, text):
    """Killed and injured of the acts of force in a sentence that have either."""
    acts = [m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"]
    return {(bounds(m.killed), bounds(m.injured)) for m in acts} - {("", "")} or {("", "")}


TOLLS += [
    ("Kenya said one man had been killed and five others wounded by Somali artillery.", "1-1", "5-5"),
    ("One guard and two nurses were killed when Mali's army shelled Kidal.", "3-3", ""),
    ("One policeman was killed by Kenyan soldiers.", "1-1", ""),
    ("Kenyan police shot dead three men and wounded four others in Mombasa.", "3-3", "4-4"),
    ("Kenyan police charged a Somali crowd, injuring nine of them.", "", "9-9"),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLLS)
def test_a_toll_is_counted_once_and_for_the_right_harm(coder, text, killed, injured):
    """Parts, lists, floors, rises and fates without the word "killed" all count; no act gets another's number."""
    assert tolls(coder, text) == {(killed, injured)}


@pytest.mark.parametrize(("text", "killed", "injured"), KNOWN)
@pytest.mark.xfail(strict=True, reason="the rules do not yet read these tolls")
def test_tolls_out_of_reach(coder, text, killed, injured):
    """Bodies found, hospital beds, second opinions on a toll."""
    assert tolls(coder, text) == {(killed, injured)}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A Russian drone hit a house in Kherson, killing a man of 61.", 1, None),
        ("A Russian drone hit a house in Kherson, killing a man and wounding his wife.", 1, 1),
        ("Russian shelling killed a girl of six.", 1, None),
        ("Russian shelling killed a crew of six.", 6, None),
        ("Kyiv said it had retaken Lyman and that five members of one family had been killed by Russian shelling.",
         5, None),
    ],
)  # fmt: skip
def test_an_age_counts_nobody_and_one_person_counts_as_one(coder, text, killed, injured):
    """Behind one person a number is an age; whom a second verb harmed is counted without a number too."""
    harmed = [m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT" and (m.killed or m.injured)]
    assert [(m.killed and m.killed.low, m.injured and m.injured.low) for m in harmed] == [(killed, injured)]
