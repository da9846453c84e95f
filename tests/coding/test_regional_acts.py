"""Acts in the words of local news of India, Latin America, Africa and South-East Asia, and what only sounds like them.

Written before the lexicon was looked at: of the first 130 acts the type was found in 57, of 61 more, written after a
round of mending, in 38 (31 with the lexicon before); 18 of the first 22 sentences that only sound like acts gave none.
"""

import pytest

from tests.builders import make_sentence

TOLD = {
    "PROTEST": [
        "Anganwadi workers squatted outside the collectorate in Nashik for the sixth day to press for regular pay.",
        "Students of Jadavpur University gheraoed the vice-chancellor for nine hours.",
        "Party workers courted arrest in Patna on Monday to protest the rise in fuel prices.",
        "Villagers resorted to a rasta roko near Sangli after a truck ran over a cyclist.",
        "Farmers launched a rail roko across Punjab over the price of wheat.",
        "Normal life was thrown out of gear in Assam by a 12-hour bandh.",
        "Contract nurses in Jaipur boycotted work on Thursday demanding regularisation.",
        "Traders downed shutters in Srinagar over a new property tax.",
        "Junior doctors struck work at three hospitals in Kolkata.",
        "Students took out a rally in Imphal demanding the release of their leaders.",
        "Activists burnt an effigy of the education minister in Ranchi.",
        "A fast unto death by three tribal leaders in Raipur entered its fifth day.",
        "Hundreds of campesinos cut the Pan-American highway in southern Peru on Wednesday.",
        "A cacerolazo echoed through the middle-class districts of Buenos Aires on Thursday night.",
        "Piqueteros set up roadblocks on the main avenues of Rosario.",
        "Indigenous groups shut down the road to the Marlin mine in Guatemala.",
        "A march of the white headscarves wound through downtown Managua on Saturday.",
        "Bus owners in Tegucigalpa idled their fleets over extortion.",
        "Youths lit bonfires and stoned cars in Kibera after the result was read out.",
        "Okada riders protested in Lagos against a ban on motorcycles.",
        "A stay-away called by trade unions emptied the streets of Bulawayo.",
        "Ex-combatants picketed the ministry of defence in Windhoek over unpaid grants.",
        "Red-shirted demonstrators camped out at the Ratchaprasong junction in Bangkok.",
        "Workers at a shoe factory in Tangerang laid down their tools for a second day.",
        "Monks led a procession through Mandalay in defiance of the junta.",
        "Indonesia's largest union federation will hold a national strike on 5 October.",
        "Service delivery protests flared again in Khayelitsha, with residents hurling rocks at cars.",
        "A mob went on the rampage in Meerut after a rumour about a slaughtered cow.",
        "Two groups traded stones and bricks in Moradabad following an altercation over a loudspeaker.",
        "Tribal women locked the district office in Bastar to protest an arrest.",
        "Retired soldiers marched on the congress in Guatemala City to claim compensation.",
        "A wave of marches swept Medellin over a tax plan.",
        "Garment workers in Dhaka walked out over the minimum wage.",
        "Students at the University of Nairobi boycotted lectures and barricaded a road.",
        "Motorcycle-taxi riders blockaded the governor's office in Jakarta.",
        "Angry youths burned tyres and stoned police vehicles in Bamenda.",
        "Public-sector doctors in Lima began an indefinite strike.",
        "Lawyers in Abuja stayed away from the courts in solidarity with a detained judge.",
    ],
    "COERCE": [
        "Customs officers at Mundra port intercepted a container with 40 pistols.",
        "Police picked up the editor of a weekly in Guwahati from his residence.",
        "Sleuths of the anti-terrorist squad nabbed two men from a lodge in Ahmedabad.",
        "The special cell busted a module that planned blasts in Delhi and held four of its members.",
        "The crime branch laid hands on the main accused in the blast case.",
        "Three smugglers landed in the police net near Petrapole.",
        "Police swooped down on a farmhouse and rounded up eleven gamblers.",
        "The collector clamped section 144 in the old city of Hyderabad.",
        "Prohibitory orders were imposed in Jodhpur after the clash.",
        "The opposition leader was placed under preventive detention in Colombo.",
        "The court sent the former minister to 14 days' police remand.",
        "Federal police in Brazil served 22 search warrants against a loggers' ring in Rondonia.",
        "Colombian prosecutors ordered the capture of a former senator.",
        "Mexican marines captured the suspected head of a cartel in Culiacan.",
        "Kenya's anti-terror police nabbed a suspected recruiter for Al-Shabaab in Mombasa.",
        "The DSS re-arrested the activist in the courtroom in Abuja.",
        "Uganda's military police manhandled and bundled the MP into a van.",
        "The Thai government invoked emergency powers in Bangkok on Thursday.",
        "Tanzania deregistered four opposition newspapers.",
        "Zambian police blocked the opposition leader from travelling to the Copperbelt.",
        "Cambodia's court handed the unionist a two-year jail term.",
        "Venezuelan intelligence agents took the human rights lawyer away from Maiquetia airport.",
        "The army sealed the house of the separatist in Shopian and attached his land.",
        "Detectives hauled in the owner of a radio station in Kampala.",
        "Riot police sealed off the campus in Harare and rounded up 40 students.",
        "The junta cancelled the passports of 12 opposition figures in Conakry.",
        "Nicaragua stripped 94 critics of their nationality.",
        "Authorities shut down the internet in Manipur for five days.",
        "Indian troops laid a cordon around a village in Kupwara and searched every house.",
        "Police in Dar es Salaam whisked the opposition chairman off to an unknown location.",
        "A Cairo court jailed a blogger for four years.",
        "Police unearthed a cache of country-made bombs in Malda.",
    ],
    "ASSAULT": [
        "Police caned slum dwellers who resisted a demolition drive in Bhopal.",
        "Two Naxalites were eliminated in a gunfight in Bijapur.",
        "Maoists triggered a landmine under a police jeep near Dantewada, killing seven.",
        "Ultras lobbed a grenade at a bus stand in Dimapur.",
        "Unidentified gunmen pumped bullets into a councillor in Karachi.",
        "A former sarpanch was done to death in Pulwama.",
        "Dacoits made off with six fishermen from a creek in Sindh.",
        "A gun battle raged for nine hours between soldiers and infiltrators along the Line of Control.",
        "Police resorted to aerial firing to scatter stone-pelters in Sopore.",
        "A hail of gunfire greeted the convoy outside Apatzingan; five policemen died.",
        "Hitmen executed a journalist in Tijuana on Sunday.",
        "The bodies of four men with gunshots to the head were dumped on a road in Sinaloa.",
        "ELN rebels dynamited the Cano Limon oil pipeline.",
        "Gang members torched a bus in San Pedro Sula with passengers inside.",
        "Cattle rustlers raided a manyatta in Turkana and drove off 200 goats, leaving six herders dead.",
        "Bandits whisked away 14 travellers on the Kaduna highway.",
        "A bomb ripped through a hotel in Kismayo.",
        "Armed herders sacked two communities in Benue.",
        "Abu Sayyaf gunmen beheaded a German captive on Jolo.",
        "A village headman was gunned down by a pillion rider in Yala.",
        "Tatmadaw columns put eleven houses to the torch in Chin State.",
        "Papuan separatists ambushed road builders in Nduga.",
        "The army lost nine men in an ambush in Diffa.",
        "Insurgents hoisted their flag over Mocimboa da Praia after chasing out the garrison.",
        "Assailants on a motorbike sprayed a mayor's car with bullets in Michoacan.",
        "A parcel bomb maimed a judge in Medellin.",
        "Suspected rustlers killed 18 villagers in Samburu.",
        "Militiamen slit the throats of nine farmers near Bunia.",
        "Naxalites gunned down a contractor in Gadchiroli.",
        "Police opened up on a crowd with rubber bullets in Quito.",
        "A mob lynched two men over rumours of child theft in Karbi Anglong.",
        "Gunmen dragged passengers off a bus in Balochistan and shot nine of them.",
        "Philippine troops killed four communist guerrillas in a clash in Samar.",
        "Gangs overran two neighbourhoods of Port-au-Prince and set homes alight.",
        "An improvised bomb tore apart an army truck in Narathiwat.",
        "Fulani raiders burnt granaries in Plateau State.",
    ],
    "SANCTION": [
        "Ecuador gave the Mexican ambassador her marching orders.",
        "ECOWAS slapped a trade and travel embargo on Guinea.",
        "India scrapped Pakistan's most-favoured-nation status.",
        "Canada added nine Nicaraguan officials to its blacklist.",
        "Bolivia cut off diplomatic relations with Israel.",
        "Washington removed Ethiopia from a duty-free trade programme.",
        "Colombia recalled its ambassador from Caracas.",
    ],
    "CONSULT": [
        "The foreign secretaries of India and Pakistan met on the sidelines of a regional gathering in Male.",
        "Kenya's president dialled his Ethiopian counterpart on Sunday to discuss the border.",
        "The Vietnamese premier flew to Jakarta for two days of talks.",
        "Olusegun Obasanjo shuttled between Addis Ababa and Mekelle to end the war.",
        "Colombia and the ELN went back to the negotiating table in Caracas.",
        "Angola's president received his Rwandan counterpart in Luanda.",
        "Ethiopia's foreign minister flew into Asmara for talks on the border.",
        "Rwandan and Ugandan officials sat down in Katuna to discuss reopening the crossing.",
    ],
    "AGREE": [
        "Thailand and Cambodia came to an understanding on the disputed temple.",
        "Honduras and El Salvador agreed to mark their frontier.",
    ],
    "RETREAT": [
        "Guns fell silent along the Line of Control at midnight.",
        "Forty cadres of the NDFB laid down arms before the chief minister of Assam.",
        "The hostages walked free after 18 months in the jungle of Guaviare.",
        "Boko Haram let go of 21 schoolgirls.",
        "Kenyan soldiers vacated a forward base at Dhobley and headed home.",
        "The FARC turned in the last of its rifles to UN monitors.",
        "A week-long humanitarian pause came into force in Tigray.",
        "Burundi pulled the last of its troops out of Somalia.",
        "Eritrea freed 12 Djiboutian prisoners.",
        "More than 200 fighters of the Karen army handed over their guns.",
    ],
    "MOBILIZE": [
        "Venezuela moved armoured vehicles to the border with Guyana.",
        "Paramilitary reinforcements were rushed to Murshidabad.",
        "Six companies of the Rapid Action Force fanned out across Nagpur.",
        "The Philippines put its navy on heightened alert near Second Thomas Shoal.",
        "Ghana sent 400 commandos to Bawku to keep two clans apart.",
        "Ethiopia called former soldiers back to the colours.",
        "Guinea put its garrisons on alert after gunfire near the palace.",
        "Peru sent marines to the Amazon border.",
        "Columns of Eritrean armour rumbled towards Zalambessa.",
    ],
    "AID": [
        "India dispatched 30 tonnes of medicines to Malawi.",
        "The World Food Programme trucked maize into Turkana.",
        "Turkey supplied Burkina Faso with armed drones.",
        "Japan extended a soft loan to Mozambique.",
        "Cuba flew 60 doctors to Honduras after the storm.",
        "The Red Cross handed out tarpaulins in Palu.",
    ],
    "THREATEN": [
        "The junta warned that it would hit back hard if ECOWAS troops crossed the border.",
        "The unions gave the government seven days to reverse the price rise or face a shutdown.",
        "Eritrea said it would not sit idle if its ports were touched.",
        "The M23 warned it would march on Kinshasa.",
        "Bolivia threatened to expel foreign drug agents.",
    ],
    "ACCUSE": [
        "Burundi pointed an accusing finger at Rwanda over the grenade attacks.",
        "Dhaka lodged a strong protest with Myanmar over the mortar shells.",
        "The opposition came down heavily on the president for the killings.",
        "Lima called Bogota's remarks an act of interference.",
        "Brazil's president tore into Israel over the war.",
        "Kigali took Gitega to task over the border closure.",
    ],
    "REJECT": [
        "Kinshasa turned down an offer by Kigali to send troops.",
        "The FNLC ruled out any dialogue with Luanda.",
        "Manila brushed aside Beijing's claim to the reef.",
        "Dodoma snubbed an invitation to the peace conference.",
    ],
    "REQUEST": [
        "Guyana asked the International Court of Justice to stop the referendum.",
        "Civil society groups pressed Maputo to call off the curfew.",
        "The Maldives told India to take its soldiers home by March.",
        "Bangui begged the Security Council to lift the arms embargo.",
    ],
    "SUPPORT": [
        "Cuba threw its weight behind Venezuela in the dispute.",
        "Togo paid tribute to the soldiers killed in Kpendjal.",
        "Vietnam voiced its backing for Cuba.",
    ],
    "COOPERATE": [
        "India and Sri Lanka stepped up joint patrols in the Palk Strait.",
        "Uganda and Congo launched a joint operation against the ADF.",
        "Thai and Malaysian soldiers started joint patrols along the Golok river.",
    ],
    "CONCEDE": [
        "The government of Kenya bowed to the protesters and withdrew the finance bill.",
        "Sri Lanka lifted the ban on five Tamil diaspora groups.",
        "Ecuador scrapped the fuel price rise after ten days of unrest.",
    ],
}

QUIET = [
    "Mumbai bombed in the second half and lost to Kerala by three goals.",
    "The striker shot wide twice before Nairobi's keeper saved a penalty.",
    "A bomb of a film has struck gold at the box office in Chennai.",
    "The chef took Lima by storm with a menu of roots.",
    "Analysts fired a broadside at the bank's quarterly figures.",
    "A truck rammed a bus on the Yamuna expressway, killing nine.",
    "Police helped a lost child find her parents at the Kumbh fair.",
    "The municipal corporation launched a drive against stray dogs.",
    "Police commissioner R. Menon said the force needs 400 more vehicles.",
    "The minister inaugurated a police station in Kottayam.",
    "Investors stormed out of Brazilian bonds.",
    "The batsman launched a blistering assault on the Kenyan bowlers.",
    "Traffic police fined 300 motorists for parking on pavements.",
    "A tiger killed a farmer near the Sundarbans.",
    "Her new novel recounts how a gang kidnaps a banker in Bogota.",
    "The drug is being rolled out to fight malaria in Ghana.",
    "Shares in Manila surrendered early gains.",
    "Police band to perform at the city's centenary.",
    "The court will take up the police officer's petition next week.",
    "A gas cylinder exploded in a kitchen in Indore, killing two sisters.",
    "The opposition's attack fizzled out as the hosts parked the bus.",
    "The opener pummelled the bowling in Colombo.",
    "A lorry carrying mangoes overturned near Nashik.",
    "Prices of rice shot up in Manila's markets.",
    "The rock band stormed the charts in Bogota.",
    "Police set up a help desk for pilgrims at Haridwar.",
    "Commuters were stranded when a signal failed in Jakarta.",
    "The bank raided its reserves to pay a dividend.",
    "The union minister opened a dam in Odisha.",
    "A short circuit set a market ablaze in Kumasi.",
    "Their marriage was a battlefield, she told the magazine.",
]

KNOWN = [
    ("Fishermen in Rayong sailed their boats into the port to protest a smelter.", "PROTEST"),
    ("Philippine authorities froze the bank accounts of three farmers' groups.", "COERCE"),
    ("Fighters from Ansaru bore down on a barracks and made away with rifles.", "ASSAULT"),
    ("Benin shut its frontier with Niger to lorries.", "SANCTION"),
    ("Amnesty said Eritrean soldiers had raped women in Tigray.", "ACCUSE"),
    ("Fisherfolk in Thoothukudi laid siege to the harbour office over trawler quotas.", "PROTEST"),
    ("Commuters ransacked a railway station in Mumbai after trains were delayed.", "PROTEST"),
    ("A torchlight procession in Yangon was broken up by soldiers.", "PROTEST"),
    ("Malaysia turned back a boat carrying 200 Rohingya.", "COERCE"),
    ("Venezuela took a foreign oil company's rigs into state hands.", "COERCE"),
    ("Rebels rocketed a helicopter in North Kivu.", "ASSAULT"),
    ("Mali told the UN mission's spokesman to get out within three days.", "SANCTION"),
    ("Algeria closed its airspace to Malian planes.", "SANCTION"),
    ("The EU halted budget support to Uganda.", "SANCTION"),
    ("A Brazilian envoy called on Paraguay's president in Asuncion.", "CONSULT"),
]


def types_in(coder, text):
    """The types of the acts that a sentence reports, read in an article or as a line of its own."""
    alone = coder.code_line("line", None, text)["events"]
    found = {mention.type for mention in coder.code(make_sentence(text))} | {event["plover"] for event in alone}
    return found - {"STATEMENT"}


@pytest.mark.parametrize(("type_", "text"), [(type_, text) for type_, texts in TOLD.items() for text in texts])
def test_an_act_is_named_by_the_words_of_local_news(coder, type_, text):
    """What crowds, police, gangs and governments do there has its type."""
    assert type_ in types_in(coder, text)


@pytest.mark.parametrize("text", QUIET)
def test_what_only_sounds_like_an_act_is_none(coder, text):
    """Sport, business, kitchens, animals and roads give no act."""
    assert types_in(coder, text) == set()


@pytest.mark.parametrize(("text", "type_"), KNOWN)
@pytest.mark.xfail(strict=True, reason="the rules do not yet reach these words")
def test_words_of_local_news_out_of_reach(coder, text, type_):
    """Acts that only a reader of the whole sentence names so."""
    assert type_ in types_in(coder, text)
