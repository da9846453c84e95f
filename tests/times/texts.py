"""A history and a news article with a look back (written by us, not taken from any text)."""

# Each paragraph with what some of its phrases mean, in text order.
HISTORY = [
    (
        "The Varnow campaign was fought between two river kingdoms from 1701 to 1709. Its roots lay in the "
        "succession quarrel of 1698, when both courts claimed the toll bridges at Oster.",
        [("1701", "1701"), ("1709", "1709"), ("1698", "1698")],
    ),
    (
        "Fighting opened on 3 May 1701, when Count Hallin crossed the Varn with four regiments. Two days "
        "later he stood before Oster, and on the night of 7–8 May his guns opened fire. The next morning the "
        "town asked for terms. The garrison marched out on the 12th, and by the end of the month the whole "
        "left bank was lost.",
        [
            ("3 May 1701", "1701-05-03"),
            ("Two days later", "1701-05-05"),
            ("the night of 7–8 May", "1701-05-07TNI"),
            ("The next morning", "1701-05-08TMO"),
            ("the 12th", "1701-05-12"),
            ("the end of the month", "1701-05"),
        ],
    ),
    (
        "That autumn the northern king raised new troops. In December he met envoys at Lanz, but the talks failed in "
        "January and the thaw brought the armies out again. On 9 March 1702 they met at Brock. The battle "
        "lasted nine hours; at dusk the southern line broke. The following day snow fell.",
        [
            ("That autumn", "1701-FA"),
            ("December", "1701-12"),
            ("January", "1702-01"),
            ("9 March 1702", "1702-03-09"),
            ("nine hours", "PT9H"),
            ("dusk", "1702-03-09TEV"),
            ("The following day", "1702-03-10"),
        ],
    ),
    (
        "For three years neither side moved. Then, in the spring of 1705, Hallin returned with a fleet. By "
        "June he held the delta, and in early July he took Senn. Later that year plague emptied his camps. "
        "The previous winter had already cost him a third of his men.",
        [
            ("three years", "P3Y"),
            ("the spring of 1705", "1705-SP"),
            ("June", "1705-06"),
            ("early July", "1705-07"),
            ("Later that year", "1705"),
            ("The previous winter", "1704-WI"),
        ],
    ),
    (
        "Peace came slowly. An armistice was signed on 30 October 1708, the prisoners were freed six weeks "
        "later, and the treaty of 2 February 1709 gave the bridges back. In the same month Hallin was "
        "dismissed.",
        [
            ("30 October 1708", "1708-10-30"),
            ("six weeks later", "1708-W50"),
            ("2 February 1709", "1709-02-02"),
            ("the same month", "1709-02"),
        ],
    ),
]

# Published on Wednesday 17 May 2023.
NEWS = (
    "Dockworkers at Port Arden walked out on Tuesday after pay talks collapsed, halting exports for the "
    "second time this month. A union leader said on Wednesday that the strike would last until Friday. "
    "Managers had offered a raise last week.\n\nThe port has seen such disputes before. It was built in "
    "1911, closed in 1932, reopened in 1946 and sold in 1987. A strike on 4 June 1990 led to clashes, "
    "and a second one on 9 March 1996 ended in a lockout. A new owner took over on 1 January "
    "2004.\n\nShipping firms expect delays in June."
)
