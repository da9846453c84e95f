"""Passages in the manner of articles on wars, the year given once and days told from it (written by us)."""

# (passage, every expression with its TIMEX3 value: "phrase = value")
HISTORIES = [
    (
        "The siege began in early April 1854. On 12 April the trenches were opened. "
        "Two weeks later the first assault failed. By mid-July the garrison was starving. "
        "That winter the besiegers withdrew. Early the next year they returned.",
        (
            "early April 1854 = 1854-04",
            "12 April = 1854-04-12",
            "Two weeks later = 1854-W17",
            "mid-July = 1854-07",
            "That winter = 1854-WI",
            "Early the next year = 1855",
        ),
    ),
    (
        "The invasion was launched on 22 June 1931. At 05:30 on 22 June the guns opened fire. "
        "The next day two towns fell. In the first week of July the river was reached. "
        "On the 17th the capital was shelled. The following month an armistice was signed.",
        (
            "22 June 1931 = 1931-06-22",
            "05:30 on 22 June = 1931-06-22T05:30",
            "The next day = 1931-06-23",
            "the first week of July = 1931-W27",
            "the 17th = 1931-07-17",
            "The following month = 1931-08",
        ),
    ),
    (
        "From 6 to 9 April 1917 the ridge was bombarded. "
        "Late on the evening of the 9th the infantry moved up. At dawn on 10 April the attack began. "
        "Fighting lasted until 14 April.",
        (
            "6 = 1917-04-06",
            "9 April 1917 = 1917-04-09",
            "the evening of the 9th = 1917-04-09TEV",
            "dawn on 10 April = 1917-04-10TMO",
            "14 April = 1917-04-14",
        ),
    ),
    (
        "In 1645 the army marched north. In April it crossed the Teyr. "
        "On 12 March of the following year the town opened its gates. In late August the king fled.",
        (
            "1645 = 1645",
            "April = 1645-04",
            "12 March of the following year = 1646-03-12",
            "late August = 1646-08",
        ),
    ),
    (
        "The revolt broke out in the autumn of 1808. "
        "By the spring of 1809 the whole province was in arms. In May the royal army returned. "
        "It was beaten on the 28th. A week later the viceroy resigned.",
        (
            "the autumn of 1808 = 1808-FA",
            "the spring of 1809 = 1809-SP",
            "May = 1809-05",
            "the 28th = 1809-05-28",
            "A week later = 1809-W22",
        ),
    ),
    (
        "On 3 September 1943 the allies landed. Five days later the surrender was announced. "
        "On the night of 9 September the fleet sailed. The same day the port was occupied. "
        "On 12 September, the general was freed.",
        (
            "3 September 1943 = 1943-09-03",
            "Five days later = 1943-09-08",
            "the night of 9 September = 1943-09-09TNI",
            "The same day = 1943-09-09",
            "12 September = 1943-09-12",
        ),
    ),
    (
        "The campaign of 218 BC opened in spring. By 216 BC the allies had wavered.",
        (
            "218 BC = BC0218",
            "spring = BC0218-SP",
            "216 BC = BC0216",
        ),
    ),
    (
        "In June 1775 the colony rose. On the 17th the hill was stormed. "
        "In early July a new commander arrived. The siege went on through the winter. "
        "In March 1776 the garrison embarked.",
        (
            "June 1775 = 1775-06",
            "the 17th = 1775-06-17",
            "early July = 1775-07",
            "the winter = 1775-WI",
            "March 1776 = 1776-03",
        ),
    ),
    (
        "The war began on 1 November 1954. During the following year the fighting spread. "
        "In the summer of 1956 talks failed. At the end of that year the first bombs exploded. "
        "On 7 January 1957 the paratroopers took over. By the end of March the network was broken.",
        (
            "1 November 1954 = 1954-11-01",
            "the following year = 1955",
            "the summer of 1956 = 1956-SU",
            "the end of that year = 1956",
            "7 January 1957 = 1957-01-07",
            "the end of March = 1957-03",
        ),
    ),
    (
        "General Harn took command in December 1863. In January he reorganised the corps. "
        "By May the army was ready. It crossed the river on the night of May 4. "
        "The battle lasted from May 5 to May 7. On May 8 it moved south. "
        "The next two weeks were spent digging.",
        (
            "December 1863 = 1863-12",
            "January = 1864-01",
            "May = 1864-05",
            "the night of May 4 = 1864-05-04TNI",
            "May 5 = 1864-05-05",
            "May 7 = 1864-05-07",
            "May 8 = 1864-05-08",
            "The next two weeks = P2W",
        ),
    ),
    (
        "On September 1, 1939, the border was crossed. By September 8 the tanks had reached the suburbs. "
        "On the 17th a second army attacked from the east. The capital held out until the 28th. "
        "The last units laid down their arms on October 6.",
        (
            "September 1, 1939 = 1939-09-01",
            "September 8 = 1939-09-08",
            "the 17th = 1939-09-17",
            "the 28th = 1939-09-28",
            "October 6 = 1939-10-06",
        ),
    ),
    (
        "Shortly before midnight on 13 May 1982 the raiders landed. "
        "In the early hours of the 14th they destroyed six aircraft. By 03:30 they were gone. "
        "Two days later a frigate was hit. The landings took place on the morning of 21 May.",
        (
            "midnight on 13 May 1982 = 1982-05-13T24:00",
            "the early hours of the 14th = 1982-05-14TMO",
            "03:30 = 1982-05-14T03:30",
            "Two days later = 1982-05-16",
            "the morning of 21 May = 1982-05-21TMO",
        ),
    ),
    (
        "In the course of 1212 the crusaders gathered. On 16 July they met the emir's host. "
        "Three days after the battle the castle fell.",
        (
            "1212 = 1212",
            "16 July = 1212-07-16",
            "Three days = P3D",
        ),
    ),
    (
        "The truce of 1396 was to last for twenty-eight years. "
        "It was broken in 1415, when the king landed on 13 August. The town surrendered on 22 September. "
        "On 25 October he won the field. He sailed home in mid-November.",
        (
            "1396 = 1396",
            "twenty-eight years = P28Y",
            "1415 = 1415",
            "13 August = 1415-08-13",
            "22 September = 1415-09-22",
            "25 October = 1415-10-25",
            "mid-November = 1415-11",
        ),
    ),
    (
        "Hostilities resumed in February 1904. "
        "During the night of 8–9 February the squadron was torpedoed. "
        "In late April the river was forced. On 1 May the heights were taken. "
        "The port was cut off at the end of the month. It capitulated on 2 January 1905. "
        "Two months later, the last great land battle was fought.",
        (
            "February 1904 = 1904-02",
            "the night of 8–9 February = 1904-02-08TNI",
            "late April = 1904-04",
            "1 May = 1904-05-01",
            "the end of the month = 1904-05",
            "2 January 1905 = 1905-01-02",
            "Two months later = 1905-03",
        ),
    ),
    (
        "The third battle started on 31 July 1917. Rain fell throughout August. "
        "The offensive was resumed on 20 September, and on the 26th a wood was cleared. "
        "On 4 October the ridge fell. A month later, on 6 November, the village was taken.",
        (
            "31 July 1917 = 1917-07-31",
            "August = 1917-08",
            "20 September = 1917-09-20",
            "the 26th = 1917-09-26",
            "4 October = 1917-10-04",
            "A month later = 1917-11",
            "6 November = 1917-11-06",
        ),
    ),
    (
        "Between 24 and 27 February 1991 the ground war was decided. "
        "At 04:00 on the 24th the marines advanced. By the evening of the 26th the city was free. "
        "The cease-fire came at 08:00 on 28 February, 100 hours after it had begun.",
        (
            "24 = 1991-02-24",
            "27 February 1991 = 1991-02-27",
            "04:00 on the 24th = 1991-02-24T04:00",
            "the evening of the 26th = 1991-02-26TEV",
            "08:00 on 28 February = 1991-02-28T08:00",
            "100 hours = PT100H",
        ),
    ),
    (
        "Work on the line started in 1929 and was finished in the mid-1930s. "
        "In the last days of May 1940 it was outflanked. On the afternoon of 14 June the city fell. "
        "The government resigned two days later, and the armistice took effect at 00:35 on 25 June.",
        (
            "1929 = 1929",
            "the mid-1930s = 193",
            "the last days of May 1940 = 1940-05",
            "the afternoon of 14 June = 1940-06-14TAF",
            "two days later = 1940-06-16",
            "00:35 on 25 June = 1940-06-25T00:35",
        ),
    ),
    (
        "The uprising began at 17:00 on 1 August 1944, known as W-hour. "
        "On 5 August the massacre in the western quarter started. "
        "By mid-August the old town was cut off. It was abandoned on the night of 1 September. "
        "The final surrender was signed on the night of 2/3 October.",
        (
            "17:00 on 1 August 1944 = 1944-08-01T17:00",
            "5 August = 1944-08-05",
            "mid-August = 1944-08",
            "the night of 1 September = 1944-09-01TNI",
            "the night of 2/3 October = 1944-10-02TNI",
        ),
    ),
    (
        "In the second half of 1950 the front swung twice. "
        "On 15 September the landings began; the capital was retaken eleven days later. "
        "In the last week of October new armies crossed the river. "
        "By Christmas the line was back where it had been in June.",
        (
            "the second half of 1950 = 1950-H2",
            "15 September = 1950-09-15",
            "eleven days later = 1950-09-26",
            "the last week of October = 1950-W43",
            "Christmas = 1950-12-25",
            "June = 1950-06",
        ),
    ),
    (
        "After a lull of three weeks, the Brenn offensive reopened on 9 March 1862. "
        "The ironclads met the following morning. On the 14th the town fell. "
        "In the early morning of 6 April the camps were surprised. "
        "Nightfall that day ended the fighting. The counter-attack came on the 7th.",
        (
            "three weeks = P3W",
            "9 March 1862 = 1862-03-09",
            "the following morning = 1862-03-10TMO",
            "the 14th = 1862-03-14",
            "the early morning of 6 April = 1862-04-06TMO",
            "Nightfall that day = 1862-04-06TEV",
            "the 7th = 1862-04-07",
        ),
    ),
    (
        "The city was besieged in 1453. "
        "On 6 April the guns arrived, and on 22 April ships were hauled overland. "
        "The final assault began after midnight on 29 May. Three days of plunder followed. "
        "By the end of the year the last islands had submitted.",
        (
            "1453 = 1453",
            "6 April = 1453-04-06",
            "22 April = 1453-04-22",
            "midnight on 29 May = 1453-05-29T24:00",
            "Three days = P3D",
            "the end of the year = 1453",
        ),
    ),
    (
        "On 28 June 1914 the heir was shot. Exactly one month later war was declared. "
        "On 1 August mobilisation began, and three days later the frontier was violated. "
        "During the first week of September the retreat ended. By the end of 1914 the front had frozen.",
        (
            "28 June 1914 = 1914-06-28",
            "one month later = 1914-07",
            "1 August = 1914-08-01",
            "three days later = 1914-08-04",
            "the first week of September = 1914-W36",
            "the end of 1914 = 1914",
        ),
    ),
    (
        "The emperor crossed the Nemm on 24 June 1812. "
        "On 7 September he won a costly battle; a week later he entered the burning city. "
        "He left it on 19 October. In the last days of November the army crossed the Berr. "
        "By 14 December the last men were gone. The following spring the war moved west.",
        (
            "24 June 1812 = 1812-06-24",
            "7 September = 1812-09-07",
            "a week later = 1812-W38",
            "19 October = 1812-10-19",
            "the last days of November = 1812-11",
            "14 December = 1812-12-14",
            "The following spring = 1813-SP",
        ),
    ),
    (
        "On 6 October 1973, at 14:00, both armies attacked. "
        "During the next 48 hours the canal line collapsed. On the 8th a counter-attack failed. "
        "By 10 October the heights were held. On the night of 15–16 October the canal was crossed. "
        "A ceasefire on the 22nd did not hold; a second followed on the 24th.",
        (
            "6 October 1973 = 1973-10-06",
            "14:00 = 1973-10-06T14:00",
            "the next 48 hours = PT48H",
            "the 8th = 1973-10-08",
            "10 October = 1973-10-10",
            "the night of 15–16 October = 1973-10-15TNI",
            "the 22nd = 1973-10-22",
            "the 24th = 1973-10-24",
        ),
    ),
    (
        "The republic was proclaimed in April 1931. "
        "Five years later, on 17 July 1936, the garrisons rose. By the 20th half the country was theirs. "
        "In November the assault on the capital stalled. "
        "The battle of the river lasted from July to November 1938. "
        "On 26 January 1939 the second city fell; on 28 March the capital; on 1 April it was over.",
        (
            "April 1931 = 1931-04",
            "Five years later = 1936",
            "17 July 1936 = 1936-07-17",
            "the 20th = 1936-07-20",
            "November = 1936-11",
            "July = 1938-07",
            "November 1938 = 1938-11",
            "26 January 1939 = 1939-01-26",
            "28 March = 1939-03-28",
            "1 April = 1939-04-01",
        ),
    ),
    (
        "Fighting flared again in August 2008. Late on 7 August the shelling began. "
        "By the morning of 8 August tanks were in the town. On 10 August the port was blockaded. "
        "The president signed the plan on the 15th and his neighbour the day after. "
        "Withdrawal was complete by 8 October.",
        (
            "August 2008 = 2008-08",
            "7 August = 2008-08-07",
            "the morning of 8 August = 2008-08-08TMO",
            "10 August = 2008-08-10",
            "the 15th = 2008-08-15",
            "the day after = 2008-08-16",
            "8 October = 2008-10-08",
        ),
    ),
    (
        "Sultan Orr died in the spring of 1520. "
        "His son marched in the summer of the following year and took the fortress on 29 August 1521. "
        "In June 1522 he sailed for the island; the knights yielded at Christmas of that year.",
        (
            "the spring of 1520 = 1520-SP",
            "the summer of the following year = 1521-SU",
            "29 August 1521 = 1521-08-29",
            "June 1522 = 1522-06",
            "Christmas of that year = 1522-12-25",
        ),
    ),
    (
        "The fleet left on 5 May 1588 and was scattered in mid-June. It was sighted on 29 July. "
        "The fire ships were loosed around midnight on 7 August. The battle was fought the next day. "
        "Later that month storms drove the ships ashore. Fewer than half came home that autumn.",
        (
            "5 May 1588 = 1588-05-05",
            "mid-June = 1588-06",
            "29 July = 1588-07-29",
            "around midnight on 7 August = 1588-08-07T24:00",
            "the next day = 1588-08-08",
            "Later that month = 1588-08",
            "that autumn = 1588-FA",
        ),
    ),
    (
        "In September 480 BC the pass was held for three days. The following year the invaders were beaten on land.",
        (
            "September 480 BC = BC0480-09",
            "three days = P3D",
            "The following year = BC0479",
        ),
    ),
    (
        "The regiment was raised at the beginning of 1861. In the latter half of June it drilled. "
        "On the morning of July 21 it was thrown into the battle. "
        "By four o'clock that afternoon it had broken. A few days later the colonel was dismissed.",
        (
            "the beginning of 1861 = 1861",
            "the latter half of June = 1861-06",
            "the morning of July 21 = 1861-07-21TMO",
            "four o'clock that afternoon = 1861-07-21T16:00",
            "A few days later = PAST_REF",
        ),
    ),
    (
        "Partisans controlled the forest from the winter of 1942–43 on. "
        "In the first days of April 1943 a sweep began. It ended two weeks later. "
        "From May onwards trains were derailed almost every night. "
        "In the year that followed, many bridges were blown.",
        (
            "the winter of 1942–43 = 1942-WI",
            "the first days of April 1943 = 1943-04",
            "two weeks later = 1943-W15",
            "May = 1943-05",
            "every night = XXXX-XX-XXTNI",
        ),
    ),
    (
        "Caesar's war lasted from 58 BC to 50 BC. In the summer of 52 BC the hill town was besieged. "
        "In September the relief army arrived. The next year the last rebels gave in.",
        (
            "58 BC = BC0058",
            "50 BC = BC0050",
            "the summer of 52 BC = BC0052-SU",
            "September = BC0052-09",
            "The next year = BC0051",
        ),
    ),
    (
        "On 9 August 378 the emperor died in battle. The following year a new one was named. "
        "Peace was made on 3 October 382.",
        (
            "9 August 378 = 0378-08-09",
            "The following year = 0379",
            "3 October 382 = 0382-10-03",
        ),
    ),
    (
        "On the morning of 14 October 1066 the armies met. By nightfall the king was dead. "
        "On Christmas Day the duke was crowned.",
        (
            "the morning of 14 October 1066 = 1066-10-14TMO",
            "nightfall = 1066-10-14TEV",
            "Christmas Day = 1066-12-25",
        ),
    ),
    (
        "In 1189 the siege began. It ended on 12 July 1191. On 7 September he won again. "
        "In January 1192 he was within sight of the city. In June he turned back for the second time. "
        "A truce was signed on 2 September that year.",
        (
            "1189 = 1189",
            "12 July 1191 = 1191-07-12",
            "7 September = 1191-09-07",
            "January 1192 = 1192-01",
            "June = 1192-06",
            "2 September that year = 1192-09-02",
        ),
    ),
    (
        "The battle took place on 11 April 1241, two days after the defeat in the north. "
        "In December the khan died. In the early months of 1242 the horsemen crossed the frozen river.",
        (
            "11 April 1241 = 1241-04-11",
            "two days = P2D",
            "December = 1241-12",
            "the early months of 1242 = 1242",
        ),
    ),
    (
        "The Diet met in the autumn of 1618. On 8 November 1620 it lost all. "
        "Over the next few years the land was pacified. "
        "In 1625 the second phase opened; on 27 August 1626 it was decided. "
        "By the winter of 1627 the coast was taken.",
        (
            "the autumn of 1618 = 1618-FA",
            "8 November 1620 = 1620-11-08",
            "the next few years = PXY",
            "1625 = 1625",
            "27 August 1626 = 1626-08-27",
            "the winter of 1627 = 1627-WI",
        ),
    ),
    (
        "War was declared on 18 May 1756. On 29 August the electorate was invaded without warning. "
        "The main army capitulated in October. On 6 May 1757 the capital was besieged. "
        "Six weeks later the siege was raised. "
        "The two great victories of that year came on 5 November and 5 December.",
        (
            "18 May 1756 = 1756-05-18",
            "29 August = 1756-08-29",
            "October = 1756-10",
            "6 May 1757 = 1757-05-06",
            "Six weeks later = 1757-W24",
            "that year = 1757",
            "5 November = 1757-11-05",
            "5 December = 1757-12-05",
        ),
    ),
    (
        "On the 14th of July 1789 the fortress fell. Three years later, in April 1792, war was declared. "
        "On the 20th of September the invaders were stopped. The next day the monarchy was abolished.",
        (
            "the 14th of July 1789 = 1789-07-14",
            "Three years later = 1792",
            "April 1792 = 1792-04",
            "the 20th of September = 1792-09-20",
            "The next day = 1792-09-21",
        ),
    ),
    (
        "From November 1853 to February 1856 the straits were closed. "
        "The allies landed in September 1854. "
        "On the 20th they won; on 25 October cavalry was wasted; on 5 November came a bloody morning.",
        (
            "November 1853 = 1853-11",
            "February 1856 = 1856-02",
            "September 1854 = 1854-09",
            "the 20th = 1854-09-20",
            "25 October = 1854-10-25",
            "5 November = 1854-11-05",
        ),
    ),
    (
        "On 1 July 1863, at about 8 a.m., the first shots were fired. "
        "The fighting resumed on the afternoon of the next day. On July 3 a great charge failed. "
        "The rain began that night. On the evening of July 4 the retreat started. "
        "By July 14 they had recrossed the river.",
        (
            "1 July 1863 = 1863-07-01",
            "about 8 a.m. = 1863-07-01T08:00",
            "the afternoon of the next day = 1863-07-02TAF",
            "July 3 = 1863-07-03",
            "that night = 1863-07-03TNI",
            "the evening of July 4 = 1863-07-04TEV",
            "July 14 = 1863-07-14",
        ),
    ),
    (
        "War came on 19 July 1870. On 4 August the frontier town fell. On the 6th two battles were lost. "
        "On the 16th and the 18th the army was pinned. "
        "The emperor surrendered on 2 September, a day after the battle. "
        "The siege of the capital lasted from 19 September to 28 January 1871.",
        (
            "19 July 1870 = 1870-07-19",
            "4 August = 1870-08-04",
            "the 6th = 1870-08-06",
            "the 16th = 1870-08-16",
            "the 18th = 1870-08-18",
            "2 September = 1870-09-02",
            "a day = P1D",
            "19 September = 1870-09-19",
            "28 January 1871 = 1871-01-28",
        ),
    ),
    (
        "The ultimatum expired at 5 p.m. on 11 October 1899. Within days three towns were besieged. "
        "In Black Week, 10 to 17 December, three battles were lost. "
        "The first town was relieved on 15 February 1900, the second on the 28th. "
        "By September the republics had been annexed. The guerrilla phase lasted another two years.",
        (
            "5 p.m. on 11 October 1899 = 1899-10-11T17:00",
            "days = PXD",
            "10 = 1899-12-10",
            "17 December = 1899-12-17",
            "15 February 1900 = 1900-02-15",
            "the 28th = 1900-02-28",
            "September = 1900-09",
            "another two years = P2Y",
        ),
    ),
    (
        "In the small hours of 25 April 1915 the boats were lowered. By 8 a.m. thousands were ashore. "
        "On 19 May a great attack failed. A truce was held five days later. "
        "The August offensive began on the 6th. "
        "The evacuation took place from 15 to 20 December, and was complete by 9 January 1916.",
        (
            "the small hours of 25 April 1915 = 1915-04-25TMO",
            "8 a.m. = 1915-04-25T08:00",
            "19 May = 1915-05-19",
            "five days later = 1915-05-24",
            "August = 1915-08",
            "the 6th = 1915-08-06",
            "15 = 1915-12-15",
            "20 December = 1915-12-20",
            "9 January 1916 = 1916-01-09",
        ),
    ),
    (
        "At 7:30 a.m. on 1 July 1916 the whistles blew. By the end of the day 57,000 had fallen. "
        "A night attack on 14 July did better. Tanks appeared on 15 September. "
        "The battle petered out in mid-November.",
        (
            "7:30 a.m. on 1 July 1916 = 1916-07-01T07:30",
            "the end of the day = 1916-07-01",
            "14 July = 1916-07-14",
            "15 September = 1916-09-15",
            "mid-November = 1916-11",
        ),
    ),
    (
        "At 4:40 on the morning of 21 March 1918 the bombardment began. By the 23rd the line was broken. "
        "It ended on 5 April. Four days later a second blow fell in the north. "
        "The final offensive, on 15 July, failed within three days. "
        "At 11 a.m. on 11 November the guns fell silent.",
        (
            "4:40 on the morning of 21 March 1918 = 1918-03-21T04:40",
            "the 23rd = 1918-03-23",
            "5 April = 1918-04-05",
            "Four days later = 1918-04-09",
            "15 July = 1918-07-15",
            "three days = P3D",
            "11 a.m. on 11 November = 1918-11-11T11:00",
        ),
    ),
    (
        "On the night of 18 September 1931 a bomb went off on the railway. "
        "The next morning the barracks were attacked. "
        "By the following February the whole region was occupied. "
        "On 1 March 1932 a new state was proclaimed.",
        (
            "the night of 18 September 1931 = 1931-09-18TNI",
            "The next morning = 1931-09-19TMO",
            "the following February = 1932-02",
            "1 March 1932 = 1932-03-01",
        ),
    ),
    (
        "Bombing began on 30 November 1939. On 17 December the attack on the isthmus was called off. "
        "In late January 1940 new forces arrived. "
        "On 1 February the great offensive opened; on the 11th the line was pierced. "
        "Peace was signed late on 12 March, and fighting ceased at 11:00 the next day.",
        (
            "30 November 1939 = 1939-11-30",
            "17 December = 1939-12-17",
            "late January 1940 = 1940-01",
            "1 February = 1940-02-01",
            "the 11th = 1940-02-11",
            "12 March = 1940-03-12",
            "11:00 the next day = 1940-03-13T11:00",
        ),
    ),
    (
        "At 04:15 on 9 April 1940 the border was crossed. Within six hours the government had given in. "
        "On the 14th troops landed at Nar. In early June they were withdrawn. "
        "The king left on the 7th, and the army laid down its arms three days later.",
        (
            "04:15 on 9 April 1940 = 1940-04-09T04:15",
            "six hours = PT6H",
            "the 14th = 1940-04-14",
            "early June = 1940-06",
            "the 7th = 1940-06-07",
            "three days later = 1940-06-10",
        ),
    ),
    (
        "The first raid came on the afternoon of 7 September 1940. "
        "On 15 September the attackers lost sixty aircraft. "
        "On 17 September the landing was postponed indefinitely. "
        "The raids went on until May of the following year.",
        (
            "the afternoon of 7 September 1940 = 1940-09-07TAF",
            "15 September = 1940-09-15",
            "17 September = 1940-09-17",
            "May of the following year = 1941-05",
        ),
    ),
    (
        "At 07:48 on 7 December 1941 the first wave struck. The second followed at 08:54. "
        "Later that day the western bases were hit. On 8 December war was declared. "
        "By early May 1942 the islands had fallen. From 4 to 7 June the tide turned.",
        (
            "07:48 on 7 December 1941 = 1941-12-07T07:48",
            "08:54 = 1941-12-07T08:54",
            "Later that day = 1941-12-07",
            "8 December = 1941-12-08",
            "early May 1942 = 1942-05",
            "4 = 1942-06-04",
            "7 June = 1942-06-07",
        ),
    ),
    (
        "On 23 August 1942 the bombers levelled the city. By 13 September the street fighting had begun. "
        "On 19 November a counter-offensive was launched, and on the 23rd the ring closed. "
        "The relief attempt of 12 December failed by Christmas Eve. "
        "The field marshal surrendered on 31 January; the last pocket held out until 2 February 1943.",
        (
            "23 August 1942 = 1942-08-23",
            "13 September = 1942-09-13",
            "19 November = 1942-11-19",
            "the 23rd = 1942-11-23",
            "12 December = 1942-12-12",
            "Christmas Eve = 1942-12-24",
            "31 January = 1943-01-31",
            "2 February 1943 = 1943-02-02",
        ),
    ),
    (
        "Shortly after midnight on 6 June 1944 the first men jumped. The beaches were stormed at 06:30. "
        "Three weeks later the port fell. On 25 July the breakout began. "
        "In the second week of August the pocket was closed. The capital was freed on the 25th.",
        (
            "midnight on 6 June 1944 = 1944-06-06T24:00",
            "06:30 = 1944-06-06T06:30",
            "Three weeks later = 1944-W26",
            "25 July = 1944-07-25",
            "the second week of August = 1944-W32",
            "the 25th = 1944-08-25",
        ),
    ),
    (
        "Partition was voted on 29 November 1947. Fighting began the following day. "
        "In early April 1948 a plan was put into action. At midnight on 14–15 May the mandate ended. "
        "A first truce held from 11 June to 8 July. "
        "The armistices were signed between February and July 1949.",
        (
            "29 November 1947 = 1947-11-29",
            "the following day = 1947-11-30",
            "early April 1948 = 1948-04",
            "midnight on 14–15 May = 1948-05-14T24:00",
            "11 June = 1948-06-11",
            "8 July = 1948-07-08",
            "February = 1949-02",
            "July 1949 = 1949-07",
        ),
    ),
    (
        "The siege of the valley began on 13 March 1954. By 30 March two strongpoints were gone. "
        "The second phase lasted until 30 April. On the evening of 6 May a mine was blown. "
        "The command bunker fell at 17:30 on the 7th. "
        "The conference opened the next day, and accords were reached on 21 July.",
        (
            "13 March 1954 = 1954-03-13",
            "30 March = 1954-03-30",
            "30 April = 1954-04-30",
            "the evening of 6 May = 1954-05-06TEV",
            "17:30 on the 7th = 1954-05-07T17:30",
            "the next day = 1954-05-08",
            "21 July = 1954-07-21",
        ),
    ),
    (
        "On the night of 30 January 1968 the truce was broken. "
        "Early on the morning of the 31st the embassy was entered. "
        "The old citadel was not cleared until the end of February. "
        "A second wave followed in May, a third in August. That October talks made progress.",
        (
            "the night of 30 January 1968 = 1968-01-30TNI",
            "the morning of the 31st = 1968-01-31TMO",
            "the end of February = 1968-02",
            "May = 1968-05",
            "August = 1968-08",
            "That October = 1968-10",
        ),
    ),
    (
        "Troops crossed the border on 25 December 1979. On the 27th the palace was stormed. "
        "In the first half of 1980 most towns were held. Each spring an offensive went up the valley. "
        "The pull-out began on 15 May 1988 and was completed nine months later.",
        (
            "25 December 1979 = 1979-12-25",
            "the 27th = 1979-12-27",
            "the first half of 1980 = 1980-H1",
            "Each spring = XXXX-SP",
            "15 May 1988 = 1988-05-15",
            "nine months later = 1989-02",
        ),
    ),
    (
        "Independence was declared on 25 June 1991. Two days later the army moved. "
        "The ten-day war ended on 7 July. "
        "In September the second conflict broadened; the river town fell on 18 November after 87 days. "
        "A truce took hold in the first days of January 1992. In April a third war began.",
        (
            "25 June 1991 = 1991-06-25",
            "Two days later = 1991-06-27",
            "ten-day = P10D",
            "7 July = 1991-07-07",
            "September = 1991-09",
            "18 November = 1991-11-18",
            "87 days = P87D",
            "the first days of January 1992 = 1992-01",
            "April = 1992-04",
        ),
    ),
    (
        "On 7 April 1994 the killings began. Over the next hundred days they spread. "
        "By mid-July the rebels held the capital. The new government was sworn in on the 19th. "
        "In the following months two million fled.",
        (
            "7 April 1994 = 1994-04-07",
            "the next hundred days = P100D",
            "mid-July = 1994-07",
            "the 19th = 1994-07-19",
            "the following months = PXM",
        ),
    ),
    (
        "The air campaign started on 24 March 1999. It was to last a few days; it lasted 78. "
        "On 3 June terms were accepted. "
        "Six days later an agreement was signed, and on the 12th troops moved in. "
        "The following year the president lost an election.",
        (
            "24 March 1999 = 1999-03-24",
            "a few days = PXD",
            "3 June = 1999-06-03",
            "Six days later = 1999-06-09",
            "the 12th = 1999-06-12",
            "The following year = 2000",
        ),
    ),
    (
        "The war opened before dawn on 20 March 2003. By 9 April the capital was taken. "
        "On 1 May an end to major combat was announced. "
        "The insurgency grew through the summer and autumn. "
        "The former president was caught on 13 December. "
        "In the spring of the next year two towns rose; in November one was retaken.",
        (
            "dawn on 20 March 2003 = 2003-03-20TMO",
            "9 April = 2003-04-09",
            "1 May = 2003-05-01",
            "the summer = 2003-SU",
            "autumn = 2003-FA",
            "13 December = 2003-12-13",
            "the spring of the next year = 2004-SP",
            "November = 2004-11",
        ),
    ),
    (
        "Protests began on 15 February 2011. On the 17th dozens died. "
        "By the end of the month the east was lost. On 19 March aircraft struck. "
        "The capital fell in the third week of August. The leader was killed on 20 October. "
        "Three days later the war was declared over.",
        (
            "15 February 2011 = 2011-02-15",
            "the 17th = 2011-02-17",
            "the end of the month = 2011-02",
            "19 March = 2011-03-19",
            "the third week of August = 2011-W33",
            "20 October = 2011-10-20",
            "Three days later = 2011-10-23",
        ),
    ),
]

# (passage, phrase, its true value, why we miss it)
HISTORIES_WRONG = [
    (
        "The legions landed in AD 43. In the spring of 60 they faced a revolt.",
        "the spring of 60",
        "0060-SP",
        "a year of two figures without its era",
    ),
    (
        "He fell on 9 August 378. In October 382 peace was made.",
        "October 382",
        "0382-10",
        "a year of three figures before a noun that it could count",
    ),
    (
        "On 5 November 1854 they fought. The storm of the 14th sank the supplies.",
        "the 14th",
        "1854-11-14",
        "a numbered day behind of may as well be a regiment",
    ),
]
