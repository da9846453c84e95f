"""Sentences of histories and of today's news with every expression in them (written by us, not taken from any text)."""

# (sentences of a history, every expression as (text, TIMEX3 type, value))
WAR = [
    (
        "The siege of Orlen began on 10 May 1940 and lasted until 22 June 1940.",
        [("10 May 1940", "DATE", "1940-05-10"), ("22 June 1940", "DATE", "1940-06-22")],
    ),
    (
        "On May 10, 1940, the corps crossed the Vesk. The harvest failed that year.",
        [("May 10, 1940", "DATE", "1940-05-10"), ("that year", "DATE", "1940")],
    ),
    (
        "The pact was signed in 1921. The following spring the border moved again.",
        [("1921", "DATE", "1921"), ("The following spring", "DATE", "1922-SP")],
    ),
    (
        "The offensive opened in October 1942; by June the whole valley was lost.",
        [("October 1942", "DATE", "1942-10"), ("June", "DATE", "1943-06")],
    ),
    (
        "In early 1943 the front froze, and in late 1943 it broke.",
        [("early 1943", "DATE", "1943"), ("late 1943", "DATE", "1943")],
    ),
    (
        "The fort was shelled in April 1941. On the night of 3–4 May the garrison slipped out.",
        [("April 1941", "DATE", "1941-04"), ("the night of 3–4 May", "TIME", "1941-05-03TNI")],
    ),
    (
        "Mines were laid on the night of 11/12 November 1939.",
        [("the night of 11/12 November 1939", "TIME", "1939-11-11TNI")],
    ),
    ("From 1939 to 1945 the harbour stayed closed.", [("1939", "DATE", "1939"), ("1945", "DATE", "1945")]),
    ("The war of 1914–18 emptied the village.", [("1914", "DATE", "1914"), ("18", "DATE", "1918")]),
    ("Throughout the 1930s the two crowns quarrelled.", [("the 1930s", "DATE", "193")]),
    (
        "Landings began on 6 June 1944. Three days later the two beachheads were joined.",
        [("6 June 1944", "DATE", "1944-06-06"), ("Three days later", "DATE", "1944-06-09")],
    ),
    (
        "At 0600 hours on 8 May 1945 the last battery fell silent.",
        [("0600 hours on 8 May 1945", "TIME", "1945-05-08T06:00")],
    ),
    (
        "The barrage of 1 July 1916 started at 0730.",
        [("1 July 1916", "DATE", "1916-07-01"), ("0730", "TIME", "1916-07-01T07:30")],
    ),
    (
        "Convoys left in May 1944, and at dawn on 6 June they were off the coast.",
        [("May 1944", "DATE", "1944-05"), ("dawn on 6 June", "TIME", "1944-06-06TMO")],
    ),
    ("Losses mounted in the latter part of 1943.", [("the latter part of 1943", "DATE", "1943")]),
    (
        "The plan of 2 August 1939 was dropped in mid-September.",
        [("2 August 1939", "DATE", "1939-08-02"), ("mid-September", "DATE", "1939-09")],
    ),
    (
        "Scouts arrived on 3 March 1847. The next morning the gates were open, and the same day the town was sacked.",
        [
            ("3 March 1847", "DATE", "1847-03-03"),
            ("The next morning", "TIME", "1847-03-04TMO"),
            ("the same day", "DATE", "1847-03-04"),
        ],
    ),
    (
        "Between 4 and 9 August 1914 six forts fell.",
        [("4", "DATE", "1914-08-04"), ("9 August 1914", "DATE", "1914-08-09")],
    ),
    (
        "The duke died in July 1866. The previous November he had mobilised; the following February peace came.",
        [
            ("July 1866", "DATE", "1866-07"),
            ("The previous November", "DATE", "1865-11"),
            ("the following February", "DATE", "1866-02"),
        ],
    ),
    (
        "The revolt broke out in 1848. That November the emperor fled.",
        [("1848", "DATE", "1848"), ("That November", "DATE", "1848-11")],
    ),
    (
        "The city fell on 2 September 1870. Later that month Lirn was besieged; earlier that year a truce had failed.",
        [
            ("2 September 1870", "DATE", "1870-09-02"),
            ("Later that month", "DATE", "1870-09"),
            ("earlier that year", "DATE", "1870"),
        ],
    ),
    (
        "Peace was made in 1763. The year after, the fleet gave the island back.",
        [("1763", "DATE", "1763"), ("The year after", "DATE", "1764")],
    ),
    (
        "In January 1915 the pass was held. The month before, it had been lost.",
        [("January 1915", "DATE", "1915-01"), ("The month before", "DATE", "1914-12")],
    ),
    ("In AD 378 the legions were destroyed.", [("AD 378", "DATE", "0378")]),
    ("The city burned in 410 AD and again in 455 CE.", [("410 AD", "DATE", "0410"), ("455 CE", "DATE", "0455")]),
    (
        "In the early 1800s and in the mid-19th century the fort was rebuilt.",
        [("the early 1800s", "DATE", "18"), ("the mid-19th century", "DATE", "18")],
    ),
    (
        "Bridges were blown on 2, 3 and 4 March 1799.",
        [("2", "DATE", "1799-03-02"), ("3", "DATE", "1799-03-03"), ("4 March 1799", "DATE", "1799-03-04")],
    ),
    (
        "During the spring and summer of 1942 the raids went on.",
        [("the spring", "DATE", "1942-SP"), ("summer of 1942", "DATE", "1942-SU")],
    ),
    (
        "From late June to early September 1812 the column marched.",
        [("late June", "DATE", "1812-06"), ("early September 1812", "DATE", "1812-09")],
    ),
    (
        "At 5:30 am on 1 September 1939 the border post was attacked.",
        [("5:30 am on 1 September 1939", "TIME", "1939-09-01T05:30")],
    ),
    ("The Six-Day War, the Thirty Years' War and the Yom Kippur War are treated elsewhere.", []),
    ("The Second World War, the Prague Spring, the July Revolution and the Third Army are treated elsewhere.", []),
    (
        "In the early morning hours of 22 June 1941 bombers crossed the border.",
        [("the early morning hours of 22 June 1941", "TIME", "1941-06-22TMO")],
    ),
    (
        "The armistice took effect at 11 a.m. on 11 November 1918.",
        [("11 a.m. on 11 November 1918", "TIME", "1918-11-11T11:00")],
    ),
    ("The king (1701–1714) was never crowned.", [("1701", "DATE", "1701"), ("1714", "DATE", "1714")]),
    ("On the 24th of July 1943 the council met.", [("the 24th of July 1943", "DATE", "1943-07-24")]),
    (
        "Keld surrendered on 9 April 1865. Six months earlier it had been the strongest fort on the river.",
        [("9 April 1865", "DATE", "1865-04-09"), ("Six months earlier", "DATE", "1864-10")],
    ),
    (
        "Its month-long defence, a three-day battle and a 900-day siege made the town famous.",
        [("month-long", "DURATION", "P1M"), ("three-day", "DURATION", "P3D"), ("900-day", "DURATION", "P900D")],
    ),
    ("A truce held at Christmas 1914.", [("Christmas 1914", "DATE", "1914-12-25")]),
    ("Fighting reached the delta in Spring 1943.", [("Spring 1943", "DATE", "1943-SP")]),
    (
        "At the beginning of 1915 and in the middle of 1916 new divisions were raised.",
        [("the beginning of 1915", "DATE", "1915"), ("the middle of 1916", "DATE", "1916")],
    ),
    (
        "The bridge was taken on 17 September 1944. By nightfall that day the far bank was lost; that night it burned.",
        [
            ("17 September 1944", "DATE", "1944-09-17"),
            ("nightfall that day", "TIME", "1944-09-17TEV"),
            ("that night", "TIME", "1944-09-17TNI"),
        ],
    ),
    (
        "From 8 to 11 February 1904 the port was blockaded.",
        [("8", "DATE", "1904-02-08"), ("11 February 1904", "DATE", "1904-02-11")],
    ),
    ("In the late eighteenth century the pass was a customs post.", [("the late eighteenth century", "DATE", "17")]),
    (
        "Resistance lasted for five months and, in the hills, two more years.",
        [("five months", "DURATION", "P5M"), ("two more years", "DURATION", "P2Y")],
    ),
    (
        "The landing of 25 April 1915 failed. Early the next day the beach was shelled.",
        [("25 April 1915", "DATE", "1915-04-25"), ("Early the next day", "DATE", "1915-04-26")],
    ),
    (
        "He took command on 5 May 1807. Late on 6 May he attacked.",
        [("5 May 1807", "DATE", "1807-05-05"), ("6 May", "DATE", "1807-05-06")],
    ),
    (
        "The D-Day landings and V-E Day are well recorded.",
        [("V-E Day", "DATE", "1945-05-08")],
    ),
    (
        "The war began on 22 January 1744. On the 40th day of the war Keld fell.",
        [("22 January 1744", "DATE", "1744-01-22"), ("the 40th day", "DATE", "1744-03-01")],
    ),
    (
        "The fleet sailed in March 1905 and was sunk two months later, in May.",
        [("March 1905", "DATE", "1905-03"), ("two months later", "DATE", "1905-05"), ("May", "DATE", "1905-05")],
    ),
    (
        "He was crowned on December 2, 1804 and marched in August 1805.",
        [("December 2, 1804", "DATE", "1804-12-02"), ("August 1805", "DATE", "1805-08")],
    ),
    (
        "On 16 and 17 August 1870 two battles were fought. Twelve days later the capital heard of them.",
        [
            ("16", "DATE", "1870-08-16"),
            ("17 August 1870", "DATE", "1870-08-17"),
            ("Twelve days later", "DATE", "1870-08-29"),
        ],
    ),
    (
        "The battle raged from 23 August 1942 to 2 February 1943. By mid-November the city was cut in two.",
        [
            ("23 August 1942", "DATE", "1942-08-23"),
            ("2 February 1943", "DATE", "1943-02-02"),
            ("mid-November", "DATE", "1942-11"),
        ],
    ),
    (
        "In the winter of 1939–40 the lake froze. The thaw of late March ended it.",
        [("the winter of 1939–40", "DATE", "1939-WI"), ("late March", "DATE", "1940-03")],
    ),
    (
        "At 04:45 on 1 September 1939 a ship opened fire. That evening the lights went out, and by "
        "midnight the road was jammed.",
        [
            ("04:45 on 1 September 1939", "TIME", "1939-09-01T04:45"),
            ("That evening", "TIME", "1939-09-01TEV"),
            ("midnight", "TIME", "1939-09-01T24:00"),
        ],
    ),
    (
        "On the 9th of November 1918 the emperor abdicated; two days after that, on the 11th, the guns stopped.",
        [
            ("the 9th of November 1918", "DATE", "1918-11-09"),
            ("two days after that", "DATE", "1918-11-11"),
            ("the 11th", "DATE", "1918-11-11"),
        ],
    ),
    (
        "During the night of 24 to 25 August 1914, the 3rd Army retreated. At daybreak the rearguard was overrun.",
        [("the night of 24 to 25 August 1914", "TIME", "1914-08-24TNI"), ("daybreak", "TIME", "1914-08-25TMO")],
    ),
    (
        "In late 1776 and early 1777 the general won twice. On December 26 he crossed the river; "
        "on January 3 he struck again.",
        [
            ("late 1776", "DATE", "1776"),
            ("early 1777", "DATE", "1777"),
            ("December 26", "DATE", "1776-12-26"),
            ("January 3", "DATE", "1777-01-03"),
        ],
    ),
    (
        "The truce came into force at 18:00 GMT on 22 October 1973, but a second one on October 24 held.",
        [("18:00 GMT on 22 October 1973", "TIME", "1973-10-22T18:00"), ("October 24", "DATE", "1973-10-24")],
    ),
    (
        "On Christmas Eve 1979 troops flew in; three days later the palace was stormed.",
        [("Christmas Eve 1979", "DATE", "1979-12-24"), ("three days later", "DATE", "1979-12-27")],
    ),
    (
        "From the summer of 1940 until May 1941 the city was bombed nightly.",
        [("the summer of 1940", "DATE", "1940-SU"), ("May 1941", "DATE", "1941-05"), ("nightly", "SET", "P1D")],
    ),
    (
        "Over the next several weeks the brigade fought its way north; in the following months it "
        "lost half of its men.",
        [("the next several weeks", "DURATION", "PXW"), ("the following months", "DURATION", "PXM")],
    ),
    (
        "In 1967, on 5 June, aircraft struck at 7:45 in the morning. By noon the runways were "
        "gone. Six days later it was over.",
        [
            ("1967", "DATE", "1967"),
            ("5 June", "DATE", "1967-06-05"),
            ("7:45 in the morning", "TIME", "1967-06-05T07:45"),
            ("noon", "TIME", "1967-06-05T12:00"),
            ("Six days later", "DATE", "1967-06-11"),
        ],
    ),
    (
        "The armistice of November 1918 ended it. In June of the following year the treaty was signed.",
        [("November 1918", "DATE", "1918-11"), ("June of the following year", "DATE", "1919-06")],
    ),
    (
        "In 146 BC the city was razed. By the 4th century AD it was a bishop's seat.",
        [("146 BC", "DATE", "BC0146"), ("the 4th century AD", "DATE", "03")],
    ),
    (
        "In March–April 1945 and again in the spring, the front moved.",
        [("March", "DATE", "1945-03"), ("April 1945", "DATE", "1945-04"), ("the spring", "DATE", "1945-SP")],
    ),
    (
        "The 1991–95 war, the 1948 war and the war of 1812 are compared.",
        [("1991", "DATE", "1991"), ("95", "DATE", "1995"), ("1948", "DATE", "1948"), ("1812", "DATE", "1812")],
    ),
    (
        "At 8:15 a.m. local time on August 6, 1945, the bomb fell. On 9 August another one fell.",
        [("8:15 a.m. local time on August 6, 1945", "TIME", "1945-08-06T08:15"), ("9 August", "DATE", "1945-08-09")],
    ),
    (
        "It began in 1955 and ended in '75. In the '60s it was at its height. In '68 came the offensive.",
        [("1955", "DATE", "1955"), ("'75", "DATE", "1975"), ("the '60s", "DATE", "196"), ("'68", "DATE", "1968")],
    ),
    (
        "The Siege of Lirn (14 May – 3 October 1683) is little known. By early July the walls were breached.",
        [("14 May", "DATE", "1683-05-14"), ("3 October 1683", "DATE", "1683-10-03"), ("early July", "DATE", "1683-07")],
    ),
    (
        "The campaign (June 1904 – September 1905) was the last. In August the forts fell, and by "
        "January 1905 the port surrendered.",
        [
            ("June 1904", "DATE", "1904-06"),
            ("September 1905", "DATE", "1905-09"),
            ("August", "DATE", "1904-08"),
            ("January 1905", "DATE", "1905-01"),
        ],
    ),
    (
        "The first shots were fired at about 4:30 a.m. on the 12th of April 1861. The fort fell at "
        "2:30 p.m. the next day.",
        [
            ("about 4:30 a.m. on the 12th of April 1861", "TIME", "1861-04-12T04:30"),
            ("2:30 p.m. the next day", "TIME", "1861-04-13T14:30"),
        ],
    ),
    (
        "By late autumn 1812 the retreat had begun. In the following January the survivors reached the border.",
        [("late autumn 1812", "DATE", "1812-FA"), ("the following January", "DATE", "1813-01")],
    ),
    (
        "At first light on 21 May 1940 the bridge was seized. By first light the next day, relief came.",
        [
            ("first light on 21 May 1940", "TIME", "1940-05-21TMO"),
            ("first light the next day", "TIME", "1940-05-22TMO"),
        ],
    ),
    (
        "It started in the spring of 1940, and by the summer the coast was lost. In autumn that year the raids began.",
        [
            ("the spring of 1940", "DATE", "1940-SP"),
            ("the summer", "DATE", "1940-SU"),
            ("autumn that year", "DATE", "1940-FA"),
        ],
    ),
    (
        "Fighting resumed in the second half of May 1940, in the latter half of 1940 and in the first quarter of 1941.",
        [
            ("the second half of May 1940", "DATE", "1940-05"),
            ("the latter half of 1940", "DATE", "1940-H2"),
            ("the first quarter of 1941", "DATE", "1941-Q1"),
        ],
    ),
    (
        "A 10-month-long siege and the two-and-a-half-year occupation followed. They attacked by "
        "night and rested by day.",
        [("10-month-long", "DURATION", "P10M"), ("two-and-a-half-year", "DURATION", "P2Y6M")],
    ),
    (
        "At 2400 hours on 3 March 1942 the fire ceased. Some 20 years later it was forgotten.",
        [("2400 hours on 3 March 1942", "TIME", "1942-03-03T24:00"), ("Some 20 years later", "DATE", "1962")],
    ),
    (
        "The so-called Hundred Days began on 20 March 1815. The Hundred Days Offensive of 1918 ended the war.",
        [("20 March 1815", "DATE", "1815-03-20"), ("1918", "DATE", "1918")],
    ),
    (
        "In the afternoon of 3 July 1863 the charge failed. In the evening it rained.",
        [("the afternoon of 3 July 1863", "TIME", "1863-07-03TAF"), ("the evening", "TIME", "1863-07-03TEV")],
    ),
    (
        "1812: The army crosses the river with 1500 men and 1200 horses. The 1848 revolutions came later.",
        [("1812", "DATE", "1812"), ("1848", "DATE", "1848")],
    ),
    (
        "On 3 May 1700 they met. At 9 o'clock that evening guns were heard.",
        [("3 May 1700", "DATE", "1700-05-03"), ("9 o'clock that evening", "TIME", "1700-05-03T21:00")],
    ),
    (
        "On the night of July 9/10, 1943, ships sailed, and on the night of the 11th they returned.",
        [
            ("the night of July 9/10, 1943", "TIME", "1943-07-09TNI"),
            ("the night of the 11th", "TIME", "1943-07-11TNI"),
        ],
    ),
]

# (publication date, sentences of news, every expression as (text, TIMEX3 type, value)); 15 June 2023 is a Thursday
NEWS = [
    ("2023-06-15", "Shelling resumed late on Tuesday.", [("late on Tuesday", "DATE", "2023-06-13")]),
    ("2023-06-15", "Two drones fell early Saturday local time.", [("early Saturday", "DATE", "2023-06-10")]),
    ("2023-06-15", "Power failed over the weekend.", [("the weekend", "DATE", "2023-W23-WE")]),
    (
        "2023-06-15",
        "Rockets landed in the early hours of Monday.",
        [("the early hours of Monday", "TIME", "2023-06-12TMO")],
    ),
    ("2023-06-15", "He spoke on the eve of the summit.", []),
    ("2023-06-15", "The list is valid as of 1 May.", [("1 May", "DATE", "2023-05-01")]),
    ("2023-06-15", "The road has been shut since last October.", [("last October", "DATE", "2022-10")]),
    ("2023-06-15", "The 2014 annexation was never recognised.", [("2014", "DATE", "2014")]),
    ("2023-06-15", "The port closed a year and a half ago.", [("a year and a half ago", "DATE", "2021-12")]),
    ("2023-06-15", "The army crossed the line on 24 February 2022.", [("24 February 2022", "DATE", "2022-02-24")]),
    ("2023-06-15", "It has been shut since Feb. 24.", [("Feb. 24", "DATE", "2023-02-24")]),
    ("2023-06-15", "The bridge is to reopen by mid-2024.", [("mid-2024", "DATE", "2024")]),
    ("2023-06-15", "The crossing is open 24/7.", []),
    ("2023-06-15", "Exports fell in Q3 last year.", [("Q3 last year", "DATE", "2022-Q3")]),
    ("2023-06-15", "Since 9/11 the base has grown.", [("9/11", "DATE", "2001-09-11")]),
    ("2023-06-15", "Marches are held every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
    ("2023-06-15", "Inspectors come twice a week.", [("twice a week", "SET", "P1W")]),
    ("2023-06-15", "The drill is held annually.", [("annually", "SET", "P1Y")]),
    ("2023-06-15", "They met every other week.", [("every other week", "SET", "P2W")]),
    ("2023-06-15", "Shops close on weekends.", [("weekends", "SET", "XXXX-WXX-WE")]),
    (
        "2023-06-15",
        "A three-day truce ended a months-long blockade.",
        [("three-day", "DURATION", "P3D"), ("months-long", "DURATION", "PXM")],
    ),
    ("2023-06-15", "He ruled for two decades.", [("two decades", "DURATION", "P20Y")]),
    ("2023-06-15", "Anna Ray, 34, her 12-year-old son and a man aged 65 were hurt.", []),
    ("2023-06-15", "A 7-month-old girl and a man in his fifties were hurt; he was 52 years old.", []),
    ("2023-06-15", "The hosts won 3-2 after leading 21-19.", []),
    ("2023-06-15", "About 1,500 troops and 2023 volunteers may march on.", []),
    ("2023-06-15", "They may meet in May.", [("May", "DATE", "2023-05")]),
    ("2023-06-15", "Sun Microsystems and The Sun sued; Sun said it would appeal.", []),
    ("2023-06-15", "Flight 1752, Resolution 1701 and Law 1948 were cited.", []),
    ("2023-06-15", "The aid was worth $2014 or €1999 a head.", []),
    ("2023-06-15", "See https://example.org/2023/05/14/story-2022-03-04.html or www.example.com/2020-01-02.", []),
    ("2023-06-15", "COVID-19, MH17, an F-16 and the S-300 were named.", []),
    (
        "2023-06-15",
        "The talks opened on Monday and will resume next month.",
        [("Monday", "DATE", "2023-06-12"), ("next month", "DATE", "2023-07")],
    ),
    (
        "2023-06-15",
        "The minister arrived on Monday and leaves on Friday.",
        [("Monday", "DATE", "2023-06-12"), ("Friday", "DATE", "2023-06-16")],
    ),
    ("2023-06-15", "This time last year the plant was running.", [("This time last year", "DATE", "2022-06")]),
    (
        "2023-06-15",
        "Officials expect a larger operation than the army's attack in April.",
        [("April", "DATE", "2023-04")],
    ),
    (
        "2023-06-15",
        "It rained last Thursday; the previous Friday had been dry.",
        [("last Thursday", "DATE", "2023-06-08"), ("the previous Friday", "DATE", "2023-06-02")],
    ),
    (
        "2023-06-15",
        "The embassy was hit at 2:30 a.m. local time (2330 GMT) on Wednesday.",
        [
            ("2:30 a.m. local time", "TIME", "2023-06-14T02:30"),
            ("2330 GMT", "TIME", "2023-06-14T23:30"),
            ("Wednesday", "DATE", "2023-06-14"),
        ],
    ),
    ("2023-02-10", "Families met at Lunar New Year.", [("Lunar New Year", "DATE", "2023-01-22")]),
    (
        "2023-06-15",
        "Later on Wednesday, the mayor resigned.",
        [("Wednesday", "DATE", "2023-06-14")],
    ),
    (
        "2023-06-15",
        "Within 48 hours of the raid, and for the past three weeks, nobody slept.",
        [("48 hours", "DURATION", "PT48H"), ("the past three weeks", "DURATION", "P3W")],
    ),
    ("2023-06-15", "On the morning of June 6, the dam gave way.", [("the morning of June 6", "TIME", "2023-06-06TMO")]),
    (
        "2023-06-15",
        "He won the 2019 election and lost in 2021-22.",
        [("2019", "DATE", "2019"), ("2021", "DATE", "2021"), ("22", "DATE", "2022")],
    ),
    ("2023-06-15", "The cabinet meets three times a month.", [("three times a month", "SET", "P1M")]),
    ("2023-06-15", "Guards work 24 hours a day, seven days a week.", []),
    ("2023-06-15", "In the first quarter of 2023 output fell.", [("the first quarter of 2023", "DATE", "2023-Q1")]),
    ("2023-06-15", "A vote is due on Sunday, 25 June.", [("Sunday, 25 June", "DATE", "2023-06-25")]),
    (
        "2023-06-15",
        "Talks ran from Monday to Wednesday.",
        [("Monday", "DATE", "2023-06-12"), ("Wednesday", "DATE", "2023-06-14")],
    ),
    ("2023-06-15", "Troops pulled back in the past 24 hours.", [("the past 24 hours", "DURATION", "PT24H")]),
    ("2023-06-15", "He told USA Today and the programme This Week that it would end.", []),
    ("2023-06-15", "He was jailed in the '90s and freed at the turn of the century.", [("the '90s", "DATE", "199")]),
    (
        "2023-06-15",
        "Two days ago, on Tuesday night, sirens sounded.",
        [("Two days ago", "DATE", "2023-06-13"), ("Tuesday night", "TIME", "2023-06-13TNI")],
    ),
    ("2023-06-15", "Later in the day the ban was lifted.", [("the day", "DATE", "2023-06-15")]),
    ("2023-06-15", "The second week of May was quiet.", [("The second week of May", "DATE", "2023-W19")]),
    (
        "2023-06-15",
        "It happened on 30 December, a day after the envoy left.",
        [("30 December", "DATE", "2022-12-30"), ("a day", "DURATION", "P1D")],
    ),
    ("2023-06-15", "No deal is likely before the end of this year.", [("the end of this year", "DATE", "2023")]),
    (
        "2023-06-15",
        "Elections are planned for next spring and the autumn of 2025.",
        [("next spring", "DATE", "2024-SP"), ("the autumn of 2025", "DATE", "2025-FA")],
    ),
    (
        "2023-06-15",
        "The curfew runs from 9pm to 5am.",
        [("9pm", "TIME", "2023-06-15T21:00"), ("5am", "TIME", "2023-06-15T05:00")],
    ),
    ("2023-06-15", "In the months since the coup, prices have doubled.", [("months", "DURATION", "PXM")]),
    ("2023-06-15", "Ceasefire talks start Monday, June 19, 2023.", [("Monday, June 19, 2023", "DATE", "2023-06-19")]),
    (
        "2023-06-15",
        "Sales rose 8% in the three months to March 31, the firm, founded in 1998, said on Thursday.",
        [
            ("the three months", "DURATION", "P3M"),
            ("March 31", "DATE", "2023-03-31"),
            ("1998", "DATE", "1998"),
            ("Thursday", "DATE", "2023-06-15"),
        ],
    ),
    (
        "2023-06-15",
        "The bill was signed on Monday night, hours before a midnight deadline.",
        [
            ("Monday night", "TIME", "2023-06-12TNI"),
            ("hours", "DURATION", "PTXH"),
            ("midnight", "TIME", "2023-06-12T24:00"),
        ],
    ),
    (
        "2023-06-15",
        "It was the deadliest attack since 2015, and the third in as many weeks.",
        [("2015", "DATE", "2015")],
    ),
    (
        "2023-06-15",
        "The plane took off at 10:35 a.m. EST (1535 UTC) Tuesday and landed 45 minutes later.",
        [
            ("10:35 a.m. EST", "TIME", "2023-06-13T10:35"),
            ("1535 UTC", "TIME", "2023-06-13T15:35"),
            ("Tuesday", "DATE", "2023-06-13"),
            ("45 minutes later", "TIME", "2023-06-13T16:20"),
        ],
    ),
    (
        "2023-06-15",
        "A decade-old law bans such rallies; the 20-year sentence was cut to 15 years.",
        [("decade-old", "DURATION", "P10Y"), ("20-year", "DURATION", "P20Y"), ("15 years", "DURATION", "P15Y")],
    ),
    (
        "2023-06-15",
        "The two-month-old truce and the decades-old dispute were discussed; a two-month-old boy was hurt.",
        [("two-month-old", "DURATION", "P2M"), ("decades-old", "DURATION", "PXE")],
    ),
    (
        "2023-06-15",
        "The club won 4-1 in the 2018-19 season and 2:1 on Sunday.",
        [("2018", "DATE", "2018"), ("19", "DATE", "2019"), ("Sunday", "DATE", "2023-06-11")],
    ),
    (
        "2023-06-15",
        "The ministry counted 14 deaths in the previous 24 hours, up from nine the day before.",
        [("the previous 24 hours", "DURATION", "PT24H"), ("the day before", "DATE", "2023-06-14")],
    ),
    (
        "2023-06-15",
        "By Tuesday afternoon, 30,000 homes had no power.",
        [("Tuesday afternoon", "TIME", "2023-06-13TAF")],
    ),
    (
        "2023-06-15",
        "The summit, scheduled for 12-13 July, was moved to the week of 24 July.",
        [("12", "DATE", "2023-07-12"), ("13 July", "DATE", "2023-07-13"), ("the week of 24 July", "DATE", "2023-W30")],
    ),
    (
        "2023-06-15",
        "He has been in prison since his arrest in August last year.",
        [("August last year", "DATE", "2022-08")],
    ),
    (
        "2023-06-15",
        "The law takes effect Jan. 1. The first trials could begin in the spring of next year.",
        [("Jan. 1", "DATE", "2024-01-01"), ("the spring of next year", "DATE", "2024-SP")],
    ),
    (
        "2023-06-15",
        "At least 40 were killed in the 50-day war in 2014 and 256 in the 11-day conflict of May 2021.",
        [
            ("50-day", "DURATION", "P50D"),
            ("2014", "DATE", "2014"),
            ("11-day", "DURATION", "P11D"),
            ("May 2021", "DATE", "2021-05"),
        ],
    ),
    (
        "2023-06-15",
        "The curfew, from 10 p.m. to 6 a.m., applies every night next week.",
        [
            ("10 p.m.", "TIME", "2023-06-15T22:00"),
            ("6 a.m.", "TIME", "2023-06-15T06:00"),
            ("every night", "SET", "XXXX-XX-XXTNI"),
            ("next week", "DATE", "2023-W25"),
        ],
    ),
    (
        "2023-06-15",
        "The firm announced the phone on January 9, 2007; it went on sale on June 29 that year.",
        [("January 9, 2007", "DATE", "2007-01-09"), ("June 29 that year", "DATE", "2007-06-29")],
    ),
    (
        "2023-06-15",
        "It closed on 24 November, 2008. On 24 and 25 October, 2008, it had fallen 9%.",
        [
            ("24 November, 2008", "DATE", "2008-11-24"),
            ("24", "DATE", "2008-10-24"),
            ("25 October, 2008", "DATE", "2008-10-25"),
        ],
    ),
    (
        "2023-06-15",
        "The jet, introduced in the mid-2000s, was retired in 2019, a decade earlier than planned.",
        [("the mid-2000s", "DATE", "200"), ("2019", "DATE", "2019"), ("a decade earlier", "DATE", "2009")],
    ),
    (
        "2023-06-15",
        "The carmaker, which went under on June 1, 2009, emerged 40 days later. That was in July of that year.",
        [
            ("June 1, 2009", "DATE", "2009-06-01"),
            ("40 days later", "DATE", "2009-07-11"),
            ("July of that year", "DATE", "2009-07"),
        ],
    ),
    (
        "2023-06-15",
        '"We will know more tomorrow or the day after," she said yesterday.',
        [
            ("tomorrow", "DATE", "2023-06-16"),
            ("the day after", "DATE", "2023-06-17"),
            ("yesterday", "DATE", "2023-06-14"),
        ],
    ),
    (
        "2023-06-15",
        "The vote, planned for May 2020, was held on 5 to 6 September 2020 instead.",
        [("May 2020", "DATE", "2020-05"), ("5", "DATE", "2020-09-05"), ("6 September 2020", "DATE", "2020-09-06")],
    ),
    (
        "2023-06-15",
        "At 20:00 local time (17:00 UTC) on Thursday, 15 June 2023, the lights went out.",
        [
            ("20:00 local time", "TIME", "2023-06-15T20:00"),
            ("17:00 UTC", "TIME", "2023-06-15T17:00"),
            ("Thursday, 15 June 2023", "DATE", "2023-06-15"),
        ],
    ),
    (
        "2023-06-15",
        "Her predecessor lasted 44 days, from 6 September to 25 October.",
        [("44 days", "DURATION", "P44D"), ("6 September", "DATE", "2022-09-06"), ("25 October", "DATE", "2022-10-25")],
    ),
    (
        "2023-06-15",
        "The Dec. 25-Jan. 1 truce, the 2-3 May talks and the 30 June/1 July summit all failed.",
        [
            ("Dec. 25", "DATE", "2022-12-25"),
            ("Jan. 1", "DATE", "2023-01-01"),
            ("2", "DATE", "2023-05-02"),
            ("3 May", "DATE", "2023-05-03"),
            ("30 June", "DATE", "2023-06-30"),
            ("1 July", "DATE", "2023-07-01"),
        ],
    ),
    (
        "2023-06-15",
        "Between 7 p.m. and 9 p.m. on Saturday, shells fell every few minutes.",
        [
            ("7 p.m.", "TIME", "2023-06-10T19:00"),
            ("9 p.m. on Saturday", "TIME", "2023-06-10T21:00"),
            ("every few minutes", "SET", "PTXM"),
        ],
    ),
    (
        "2023-06-15",
        "He resigned in January, was arrested in March and stood trial in November. He will be freed in August.",
        [
            ("January", "DATE", "2023-01"),
            ("March", "DATE", "2023-03"),
            ("November", "DATE", "2022-11"),
            ("August", "DATE", "2023-08"),
        ],
    ),
    ("2023-06-15", "The talks are supposed to conclude by August.", [("August", "DATE", "2023-08")]),
    ("2023-06-15", "He hopes that one day he will see it. It took one day.", [("one day", "DURATION", "P1D")]),
    (
        "2023-06-15",
        "For the year, output was flat; the year before, it had fallen.",
        [("the year", "DATE", "2023"), ("the year before", "DATE", "2022")],
    ),
    (
        "2023-06-15",
        "Until now the daily Beacon had ignored the March truce and the early May talks.",
        [
            ("now", "DATE", "PRESENT_REF"),
            ("daily", "SET", "P1D"),
            ("March", "DATE", "2023-03"),
            ("early May", "DATE", "2023-05"),
        ],
    ),
    (
        "2023-06-15",
        "The pact followed months of talks over the post-1991 border and should hold in the weeks ahead.",
        [("months", "DURATION", "PXM"), ("post-1991", "DATE", "1991"), ("the weeks ahead", "DURATION", "PXW")],
    ),
    (
        "2023-06-15",
        "Over the years it faded. Right now the plant, due around year-end, may take the next year or so.",
        [
            ("the years", "DURATION", "PXY"),
            ("now", "DATE", "PRESENT_REF"),
            ("around year-end", "DATE", "2023"),
            ("the next year or so", "DATE", "2024"),
        ],
    ),
    ("2023-06-15", "The March to the sea and the march on Lorn went on.", []),
]
