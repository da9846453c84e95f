"""Both sides of acts over three dozen conflicts since 1975, written before the rules were mended on them."""

import pytest

# sentence, then the first three letters of the code of either side
SIDES = [
    ("On Thursday Ethiopian troops shelled Eritrean trenches.", "ETH", "ERI"),
    ("A Kenyan stabbed a Somali soldier in Mombasa.", "KEN", "SOM"),
    ("Twelve Malian soldiers died in hand-to-hand fighting with Burkinabe troops.", "BFA", "MLI"),
    ("A car bomb of the Shining Path killed nine people in Lima, Peru.", "PER", "PER"),
    ("In March 2023 Chadian soldiers raided Sudanese villages.", "TCD", "SDN"),
    ("In 2019 Turkey invaded Syria.", "TUR", "SYR"),
    ("Last week Serbian police arrested Kosovan officers.", "SRB", "XKX"),
    ("Georgia's border guard said that Russian troops had wounded one of its soldiers.", "RUS", "GEO"),
    (
        "Sri Lankan gunboats sank two fishing trawlers off Mullaitivu that the navy said belonged to Tamil Tigers.",
        "LKA",
        "LKA",
    ),
    ("Croatian Serb rebels shelled the town of Karlovac a day after Zagreb rejected their demands.", "HRV", "HRV"),
    (
        "Peru's president, Alberto Fujimori, accused neighbouring Ecuador of planting mines near the Cenepa river.",
        "PER",
        "ECU",
    ),
    (
        "Eritrean jets bombed the airport at Mekelle, wounding schoolchildren, the Ethiopian government said.",
        "ERI",
        "ETH",
    ),
    (
        "The East Timorese resistance leader Xanana Gusmao appealed to Indonesia to pull its battalions out of Dili.",
        "TLS",
        "IDN",
    ),
    ("In a televised address, Slobodan Milosevic rejected NATO's ultimatum over Kosovo.", "SRB", "nat"),
    ("Belgrade's forces withdrew from Kosovo under an accord with the alliance.", "SRB", "XKX"),
    (
        "Uganda's Yoweri Museveni met Kenyan counterpart William Ruto in Entebbe to discuss the war in Sudan.",
        "UGA",
        "KEN",
    ),
    ("A Nairobi court freed two Iranians accused of plotting bombings.", "KEN", "IRN"),
    ("Cameroon's army was accused by Human Rights Watch of burning down homes in Kumbo.", "hrw", "CMR"),
    ("Separatists in the Anglophone regions abducted eleven pupils on their way to school.", "", ""),
    (
        "The Armenian leader, Nikol Pashinyan, telephoned Vladimir Putin to ask for help under the alliance's charter.",
        "ARM",
        "RUS",
    ),
    ("Azerbaijani shelling damaged a cathedral in Shusha, according to the separatist authorities.", "AZE", "AZE"),
    ("Spanish police seized a tanker bound for Syria in the waters off Gibraltar.", "ESP", "SYR"),
    ("Delhi summoned the Canadian high commissioner over remarks by Justin Trudeau.", "IND", "CAN"),
    ("Bangladeshi students burned an effigy of Sheikh Hasina outside the parliament in Dhaka.", "BGD", "BGD"),
    ("Nepal's Maoists freed 18 soldiers whom they had captured in Rolpa.", "NPL", "NPL"),
    (
        "Chinese coastguard cutters fired water cannon at a Philippine supply boat near Second Thomas Shoal.",
        "CHN",
        "PHL",
    ),
    (
        "The Vietnamese foreign ministry protested to Beijing after a fishing crew was beaten near the Paracels.",
        "VNM",
        "CHN",
    ),
    ("North Korean soldiers opened fire on a South Korean speedboat in the Yellow Sea.", "PRK", "KOR"),
    ("Tokyo lodged a complaint with Moscow over flights by Russian bombers near Hokkaido.", "JPN", "RUS"),
    ("Thai F-16s struck a Cambodian rocket battery in Oddar Meanchey province.", "THA", "KHM"),
    ("Cambodia's Hun Manet urged Thailand to return captured soldiers.", "KHM", "THA"),
    ("Kurdish militants of the PKK ambushed a gendarmerie patrol in Sirnak, killing six.", "TUR", "TUR"),
    ("Athens expelled two Turkish diplomats for spying on its islands.", "GRC", "TUR"),
    ("Turkish Cypriots led by Rauf Denktash walked out of talks with the Greek Cypriots.", "CYP", "CYP"),
    (
        "Basque separatist group ETA claimed responsibility for a car bomb that wounded three civil guards in Burgos.",
        "ESP",
        "ESP",
    ),
    ("The IRA murdered a British soldier at a checkpoint near Newry, according to the police.", "GBR", "GBR"),
    ("Colombian troops freed four hostages held by the FARC in Guaviare.", "COL", "COL"),
    ("Guerrillas of the ELN dynamited a pipeline in Arauca, halting exports by Ecopetrol.", "COL", "COL"),
    ("Ecuadorian President Rafael Correa broke off relations with Colombia over the raid.", "ECU", "COL"),
    ("Honduran judges ordered the arrest of the ousted president, Manuel Zelaya.", "HND", "HND"),
    ("Mexican marines killed a leader of the Zetas in a shootout in Tamaulipas.", "MEX", "MEX"),
    ("Haitian gangs led by a former policeman attacked the main prison in Port-au-Prince.", "HTI", "HTI"),
    ("Nicaragua's Sandinista government accused Washington of arming the Contras.", "NIC", "USA"),
    ("Argentine pilots hit HMS Sheffield with an Exocet missile, Britain's defence ministry confirmed.", "ARG", "GBR"),
    ("Iraqi tanks rolled into Kuwait City before dawn and seized the emir's palace.", "IRQ", "KWT"),
    ("Kuwait's exiled government asked the United States for military help.", "KWT", "USA"),
    ("Egypt's Abdel Fattah al-Sisi warned Ethiopia against filling the dam on the Blue Nile.", "EGY", "ETH"),
    ("Libyan coastguards fired on an Italian fishing boat off Misrata.", "LBY", "ITA"),
    (
        "Tunisia recalled its ambassador from Rabat after Morocco objected to its welcome for the Polisario leader.",
        "TUN",
        "MAR",
    ),
    ("Algiers cut diplomatic ties with Rabat.", "DZA", "MAR"),
    ("French soldiers killed a commander of al-Qaeda's North African branch in a raid near Kidal.", "FRA", "DZA"),
    ("The junta in Niamey ordered the UN's resident coordinator to leave within 72 hours.", "NER", "un"),
    ("Malian soldiers and Russian mercenaries executed dozens of herders in Moura, UN investigators said.", "MLI", ""),
    ("Mozambique's navy shelled insurgents' boats off Mocimboa da Praia.", "MOZ", "MOZ"),
    ("Zimbabwean police broke up a rally by the opposition MDC with tear gas.", "ZWE", "ZWE"),
    ("Somali pirates hijacked a Ukrainian freighter loaded with tanks.", "SOM", "UKR"),
    ("An attack by Fulani herdsmen on a village in Benue left nineteen farmers dead.", "NGA", "NGA"),
    ("Soviet paratroopers stormed the television tower in Vilnius, killing thirteen Lithuanians.", "RUS", "LTU"),
    ("Minsk deported a Polish priest whom it called a spy.", "BLR", "POL"),
    ("Hungary's foreign minister, Peter Szijjarto, criticised Kyiv's law on minority languages.", "HUN", "UKR"),
    ("Tajik border guards exchanged fire with Kyrgyz soldiers near Batken.", "TJK", "KGZ"),
    ("Pakistani jets bombed hideouts of the Pakistani Taliban in Paktika, drawing a protest from Kabul.", "PAK", "PAK"),
    ("India's Border Security Force shot dead a Bangladeshi smuggler near the fence.", "IND", "BGD"),
    ("A suicide bomber sent by the Taliban killed the police chief of Kandahar, Abdul Raziq.", "AFG", "AFG"),
    ("Riyadh-led warplanes struck a wedding party in Saada, the Houthis said.", "SAU", "YEM"),
    (
        "The Emirati-backed separatists seized the presidential palace in Aden from forces loyal to President Hadi.",
        "",
        "YEM",
    ),
    ("Israeli settlers torched cars in the Palestinian village of Huwara.", "ISR", "PSE"),
    ("Jordan's King Abdullah told Benjamin Netanyahu that annexation would be a red line.", "JOR", "ISR"),
    ("Hezbollah's Naim Qassem vowed to avenge the killing of the group's commander by Israel.", "LBN", "ISR"),
    ("Damascus accused Turkey and its proxies of looting factories in Aleppo.", "SYR", "TUR"),
    ("Bosnian Croat gunners destroyed the old bridge at Mostar.", "BIH", "BIH"),
    ("Australian peacekeepers arrested a militia leader in the Solomon Islands.", "AUS", "SLB"),
    ("New Caledonia's pro-independence FLNKS boycotted the referendum called by Paris.", "NCL", "FRA"),
    (
        "Fiji's coup leader, George Speight, took the prime minister, Mahendra Chaudhry, and his cabinet hostage.",
        "FJI",
        "FJI",
    ),
    ("Congolese villagers fled Bunia after militiamen burned their huts, aid workers said.", "", "COD"),
    ("Khmer Rouge guerrillas fired rockets at Phnom Penh, killing dozens, before the city fell.", "KHM", "KHM"),
    ("The Shah's government was denounced by Ayatollah Khomeini from his exile near Paris.", "IRN", "IRN"),
    ("Nigerian soldiers guarding a pipeline shot at protesters in Warri, activists said.", "NGA", "NGA"),
    ("Sierra Leonean rebels took eleven British soldiers prisoner in the Occra Hills.", "SLE", "GBR"),
    ("British paratroopers stormed the camp of the West Side Boys to free the captives.", "GBR", ""),
    ("Burmese troops burned a Karen village and forced its people across the Thai border.", "MMR", ""),
    ("A bomb planted by Chechen separatists tore through a theatre in Nazran.", "RUS", "RUS"),
    ("Moldovan police clashed with Transnistrian guards on a bridge over the Dniester.", "MDA", "MDA"),
    ("The Kremlin said Kyiv had shelled a maternity ward in Donetsk.", "UKR", ""),
    ("Lawyers for the Guantanamo detainees sued the Pentagon.", "", "USA"),
    ("The former Soviet republic of Georgia asked NATO for air-defence missiles.", "GEO", "nat"),
    ("Pro-Russian gunmen seized the regional administration building in Slovyansk.", "", "UKR"),
    (
        "A spokesman for the Colombian army said troops had captured a dissident FARC commander in Caqueta.",
        "COL",
        "COL",
    ),
    ("Foreign Minister Hoshyar Zebari urged Ankara to halt its shelling of Iraq's Kurdish north.", "IRQ", "TUR"),
    ("Prime Minister Sitiveni Rabuka expelled two Chinese businessmen.", "FJI", "CHN"),
    ("Argentina's Carlos Menem restored relations with Britain.", "ARG", "GBR"),
    ("Peacekeepers from Bangladesh repelled an attack by Lendu fighters on a camp in Ituri.", "BGD", "COD"),
    ("A tribunal in The Hague convicted the Bosnian Serb general Ratko Mladic.", "NLD", "BIH"),
    ("Both Delhi and Islamabad ordered each other's diplomats home.", "IND", "PAK"),
    ("The Sandinista army ambushed Contras along the Honduran border.", "NIC", "NIC"),
    ("The Tamil Tigers released ten Sinhalese fishermen whom they had seized.", "LKA", "LKA"),
    ("A roadside bomb killed two Danish soldiers in Helmand.", "", "DNK"),
    ("The Turkish-backed Syrian National Army looted homes in Afrin, residents said.", "SYR", ""),
    ("Rebels in Aceh ambushed a truck carrying Indonesian marines.", "IDN", "IDN"),
    ("Serbian President Aleksandar Vucic met with Kosovo's Albin Kurti in Ohrid under EU mediation.", "SRB", "XKX"),
    ("Soldiers loyal to Yemen's ousted president fired on a funeral in Taiz.", "YEM", "YEM"),
    ("The Malagasy opposition accused President Andry Rajoelina of rigging the vote.", "MDG", "MDG"),
    ("Paraguay's congress impeached President Fernando Lugo.", "PRY", "PRY"),
    ("EU member Hungary vetoed new sanctions on Belarus.", "HUN", "BLR"),
    ("NATO allies France and Germany condemned Russia.", "FRA", "RUS"),
    ("Sudan broke off relations with Chad, expelled three consuls and bombed a post in Tine.", "SDN", "TCD"),
    ("Abkhaz fighters backed by Russian volunteers drove Georgian troops out of Sukhumi.", "GEO", "GEO"),
    (
        "South African troops entered Lesotho to put down a mutiny against Prime Minister Pakalitha Mosisili.",
        "ZAF",
        "LSO",
    ),
]

# What the rules do not reach: acts they have no word for, participles that hide the act, the enemy of an enemy.
KNOWN = [
    ("Rwandan-backed rebels captured Uvira, prompting Burundi to close its border with Congo.", "", "COD"),
    ("Philippine marines backed by American advisers pursued Abu Sayyaf gunmen on Basilan.", "PHL", "PHL"),
    ("Ethiopian soldiers and the Somali army drove al-Shabaab from Baidoa.", "ETH", "SOM"),
    (
        "Chadian President Idriss Deby threatened to pull his soldiers out of the regional force fighting Boko Haram.",
        "TCD",
        "",
    ),
    ("An explosion attributed to Ukrainian saboteurs derailed a freight train near Bryansk.", "UKR", "RUS"),
    (
        "The Macedonian government agreed to an amnesty for ethnic Albanian rebels of the National Liberation Army.",
        "MKD",
        "MKD",
    ),
    ("Guinea's military ruler, Captain Moussa Dadis Camara, was wounded by his own aide-de-camp.", "", "GIN"),
    ("Ivorian rebels from the New Forces handed over two French mercenaries to UN peacekeepers.", "CIV", "un"),
    ("Kurdish-led forces handed a jailed Belgian jihadist to Iraq.", "", "IRQ"),
    ("Two Kenyan policemen were killed by a mine near Mandera that authorities blamed on al-Shabaab.", "SOM", "KEN"),
]


def sides(coder, text):
    """The states (or bodies) of the one act that is reported, by three letters each."""
    events = coder.code_line("s1", None, text)["events"]
    return tuple(events[0][side][:3] for side in ("source", "target")) if events else None


@pytest.mark.parametrize(("text", "source", "target"), SIDES)
def test_both_sides_of_an_act_in_the_news(coder, text, source, target):
    """Names, offices, nationalities and places tell whose act it was and against whom."""
    assert sides(coder, text) == (source, target)


@pytest.mark.parametrize(("text", "source", "target"), KNOWN)
@pytest.mark.xfail(strict=True, reason="the rules do not yet reach these sides")
def test_sides_that_are_missed(coder, text, source, target):
    """Known failures, kept so that a rule that mends one is noticed."""
    assert sides(coder, text) == (source, target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Karachi police arrested four members of a banned group on Tuesday.", "PAK", ""),
        ("A Lahore court jailed two Afghan reporters.", "PAK", "AFG"),
        ("Officials in Kano accused Niger of harbouring bandits.", "NGA", "NER"),
        ("The mayor of Lviv condemned Russia.", "UKR", "RUS"),
        ("Police in the eastern city of Jalalabad shot dead an Uzbek driver.", "AFG", "UZB"),
        ("Houston police detained three Mexican truck drivers.", "USA", "MEX"),
        ("Police in Santiago, Cuba, arrested six Haitian sailors.", "CUB", "HTI"),
    ],
)
def test_a_town_tells_whose_police_or_courts_they_are(coder, text, source, target):
    """A public body that only a town or province names acts for the state it lies in."""
    assert sides(coder, text) == (source, target)


@pytest.mark.parametrize(
    "text",
    [
        "Rebel authorities in Goma detained two aid workers.",
        "Russian-installed officials in Melitopol arrested a priest.",
        "Separatist officials in Batticaloa seized a truck.",
    ],
)
def test_whoever_rules_against_the_state_is_not_given_it(coder, text):
    """Bodies that are not the state's own stay without a state."""
    assert sides(coder, text)[0] == ""


def test_an_arrest_by_nobody_is_the_states_where_it_was_made(coder):
    """Only the authorities of a place arrest, expel or free people there."""
    assert sides(coder, "The Kenyan reporter was arrested in Uganda on Monday.") == ("UGA", "KEN")


def test_the_office_in_the_text_beats_the_one_in_the_lexicon(coder):
    """Someone known for one office may speak in another."""
    assert sides(coder, "Jens Stoltenberg, the prime minister of Norway, condemned Russia.") == ("NOR", "RUS")
