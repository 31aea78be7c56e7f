"""Whom each memorandum on enforcement put first: its tiers, as they read the facts of the day asked about.

A tier is what the memorandum lists, whether or not it governs on that day (that is ``discretion.priority``).  Yes is against the
respondent.  Every list left officers room: to spare somebody it names, and to take up somebody it does not.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Conviction, Order
from abeyance.law.finality import order_executed, order_final
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import stands
from abeyance.law.stays import something_to_execute
from abeyance.law.stays_granted import ice_stay
from abeyance.logic.expressions import ON, Bool, Version, all_, any_, by_date, not_, undetermined, years
from abeyance.logic.facts import at_least, exists
from abeyance.logic.values import Cause

OLD_LIST = "ICE memorandum, Civil Immigration Enforcement Priorities (June 2010; again 2011-03-02)"
JOHNSON = "DHS memorandum, Policies for the Apprehension, Detention and Removal of Undocumented Immigrants (2014-11-20)"
JOHNSON_FAQ = "ICE, Frequently Asked Questions on the memorandum of 2014-11-20 (June 2015)"
ORDER_2017 = "Executive Order 13768, section 5, 82 Fed. Reg. 8799"
KELLY = "DHS memorandum, Enforcement of the Immigration Laws to Serve the National Interest (2017-02-20)"
PEKOSKE = "DHS memorandum, Review of and Interim Revision to Civil Immigration Enforcement (2021-01-20)"
INTERIM = "ICE memorandum, Interim Guidance: Civil Immigration Enforcement and Removal Priorities (2021-02-18)"
MAYORKAS = "DHS memorandum, Guidelines for the Enforcement of Civil Immigration Law (2021-09-30)"
ORDER_2025 = "Executive Order 14159, 90 Fed. Reg. 8443"

READ_IN_PART = "the memorandum was read in part, and else in accounts of it"
CRIMES = ("felony", "misdemeanor")


# --- what several of them ask -----------------------------------------------------------------------------------------


@provision(
    "discretion.under-order",
    "INA 101(a)(47)",
    "8 CFR 241.6(a)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="where nothing else shows that the order is final, a stay that ICE granted is taken to, since it presupposes a final order",
    note="An old order stayed executable under every memorandum. Not to be a priority never withdrew one.",
)
def under_order(case: Case, _: Case) -> Bool:
    """the respondent is under a final order that was not carried out"""
    stayed_before = exists(
        case.filings,
        lambda f: all_(f.kind.is_("stay request"), f.forum.is_("ICE"), f.outcome.is_("granted"), f.decided <= ON),
    )
    standing = exists(
        case.orders,
        lambda o: all_(
            o.outcome.is_("ordered removed"),
            o.decided <= ON,
            not_(o.reopened <= ON),
            not_(o.executed <= ON),
        ),
    )
    return something_to_execute(case, case) | (stayed_before & standing)


@provision(
    "discretion.security",
    OLD_LIST,
    JOHNSON,
    INTERIM,
    MAYORKAS,
    subject=Case,
    note="Every memorandum put it first.",
)
def security_danger(case: Case, _: Case) -> Bool:
    """the respondent is suspected of terrorism or espionage, or held a danger to national security"""
    return any_(case.security_ground, case.security_danger)


@provision("discretion.convicted", "INA 101(a)(48)(A)", subject=Case)
def convicted_of_crime(case: Case, _: Case) -> Bool:
    """a conviction of a felony or a misdemeanor stands"""
    return exists(case.convictions, lambda c: stands(c) & c.level.is_in(*CRIMES))


@provision("discretion.returned", "INA 241(a)(5)", "INA 276", subject=Case)
def came_back_after_removal(case: Case, _: Case) -> Bool:
    """the respondent came back without inspection after an order was carried out"""

    def came_back(order: Order) -> Bool:
        again = exists(
            case.entries, lambda e: all_(e.manner.is_("without inspection"), e.on > order.decided, e.on <= ON)
        )
        return all_(order_executed(case, order), not_(order.reopened <= ON), again)

    reinstated = exists(case.orders, lambda o: o.kind.is_("reinstatement") & (o.decided <= ON))
    return reinstated | exists(case.orders, came_back)


def _felony(conviction: Conviction) -> Bool:
    return stands(conviction) & conviction.level.is_("felony")


def _misdemeanor(conviction: Conviction) -> Bool:
    return stands(conviction) & conviction.level.is_("misdemeanor")


def _aggravated(conviction: Conviction) -> Bool:
    return all_(stands(conviction), conviction.level.is_in(*CRIMES), conviction.aggravated_felony)


# --- 2010 and 2011 ------------------------------------------------------------------------------------------------------


@provision(
    "discretion.priority.2011.first",
    OLD_LIST,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="Within it: aggravated felonies and two felonies or more, then any felony and three misdemeanors or more, then the others.",
)
def danger_2011(case: Case, _: Case) -> Bool:
    """the respondent is of the first priority of 2011: a danger to national security, or a risk to public safety"""
    slight = undetermined(
        Cause.JUDGEMENT, "a minor traffic offense called for particular discretion, and was for the officer to weigh"
    )
    convicted = exists(
        case.convictions,
        lambda c: any_(_felony(c), _misdemeanor(c) & any_(~c.minor_traffic, slight)),
    )
    return any_(security_danger(case, case), convicted, case.gang, case.warrant)


@provision(
    "discretion.priority.2011.second",
    OLD_LIST,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the memorandum does not say how long ago is recent; who came ten years ago or more is taken not to have come recently",
)
def recent_2011(case: Case, _: Case) -> Bool:
    """the respondent is of the second priority of 2011: recently came in unlawfully, or knowingly abused a visa"""
    lately = undetermined(Cause.JUDGEMENT, "whether the entry was recent, and a visa abused, was for the officer")
    return exists(
        case.entries,
        lambda e: all_(e.on <= ON, e.on > ON - years(10), ~e.manner.is_("paroled"), lately),
    )


@provision(
    "discretion.priority.2011.third",
    OLD_LIST,
    "ICE memorandum 10075.1, Exercising Prosecutorial Discretion (2011-06-17)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="Answer it with the record of reporting: who reports under supervision is no fugitive. The order itself was a minus.",
)
def fugitive_2011(case: Case, _: Case) -> Bool:
    """the respondent is of the third priority of 2011: a fugitive, who came back after removal, or who otherwise obstructs controls"""
    stayed_on = undetermined(
        Cause.JUDGEMENT, "whether one with an old order, who reports as told, has failed to depart was for the officer"
    )
    by_fraud = undetermined(Cause.JUDGEMENT, "whether the fraud was of the kind that the memorandum means")
    obstructed = exists(case.orders, lambda o: all_(order_final(case, o), ~order_executed(case, o), o.obstructed))
    return any_(
        came_back_after_removal(case, case),
        obstructed,
        under_order(case, case) & stayed_on,
        case.misrepresented & by_fraud,
    )


@provision("discretion.priority.2011", OLD_LIST, subject=Case, confidence=Confidence.PROBABLY, doubt=READ_IN_PART)
def priority_2011(case: Case, _: Case) -> Bool:
    """the respondent is a priority on the list of 2010 and 2011"""
    return any_(danger_2011(case, case), recent_2011(case, case), fugitive_2011(case, case))


# --- 2014 ---------------------------------------------------------------------------------------------------------------

NEW = date(2014, 1, 1)


@provision(
    "discretion.priority.2014.first",
    JOHNSON,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="Spared only for relief, or by the field office director for compelling and exceptional factors.",
)
def threat_2014(case: Case, _: Case) -> Bool:
    """the respondent is of the first priority of 2014: security, the border, a gang, a felony or an aggravated felony"""
    at_the_border = undetermined(
        Cause.JUDGEMENT, "whether one caught coming in years before is still meant was for the officer"
    )
    caught = exists(case.entries, lambda e: all_(e.caught_entering, e.on <= ON, any_(e.on >= NEW, at_the_border)))
    felon = exists(case.convictions, lambda c: any_(_felony(c) & ~c.status_offense, _aggravated(c)))
    return any_(security_danger(case, case), caught, case.gang, felon)


@provision(
    "discretion.significant-misdemeanor",
    JOHNSON,
    JOHNSON_FAQ,
    subject=Conviction,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="The ninety days are days to serve, not suspended.",
)
def significant_misdemeanor(case: Case, conviction: Conviction) -> Bool:
    """the conviction is a significant misdemeanor: on the list of 2014, or with ninety days to serve or more"""
    at_home = undetermined(
        Cause.JUDGEMENT, "whether it was domestic violence as the memorandum means was for the officer"
    )
    return all_(
        _misdemeanor(conviction),
        any_(
            conviction.sexual_abuse,
            conviction.burglary,
            conviction.firearm,
            conviction.drug_trafficking,
            conviction.drunk_driving,
            conviction.days_to_serve >= 90,
            conviction.domestic_violence & at_home,
        ),
    )


@provision(
    "discretion.priority.2014.second",
    JOHNSON,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="Bring proof of presence on 2014-01-01 and since: whoever could not show it was in this tier. Spared for relief, or by the "
    "field office director or special agent in charge.",
)
def newcomer_2014(case: Case, _: Case) -> Bool:
    """the respondent is of the second priority of 2014: misdemeanors, coming in unlawfully after 2014-01-01, or abuse of a visa"""
    several = at_least(3, case.convictions, lambda c: all_(_misdemeanor(c), ~c.minor_traffic, ~c.status_offense))
    apart = undetermined(Cause.MISSING, "whether the misdemeanors came of three separate incidents")
    new = exists(case.entries, lambda e: all_(e.manner.is_("without inspection"), e.on > NEW, e.on <= ON))
    abused = undetermined(Cause.JUDGEMENT, "whether a visa was significantly abused was for the officer")
    visa = exists(case.entries, lambda e: e.manner.is_("inspected and admitted") & (e.on <= ON))
    return any_(
        several & apart,
        exists(case.convictions, lambda c: significant_misdemeanor(case, c)),
        new,
        visa & abused,
    )


def _new_order(case: Case, order: Order) -> Bool:
    """A final order issued on or after 2014-01-01; one made before, and made final or reinstated after, is for the officer."""
    between = undetermined(
        Cause.JUDGEMENT,
        "an order made before 2014 that became final, or was reinstated, after it was weighed case by case",
    )
    earlier = exists(
        case.orders,
        lambda o: all_(o.by.is_("immigration judge"), ~o.motion_ruling, o.decided < NEW),
    )
    old_made_new = any_(order.by.is_in("Board", "Attorney General") & earlier, order.kind.is_("reinstatement"))
    issued = order.decided >= NEW
    late = all_(order.decided < NEW, order.decided >= "2013-11-01")
    return all_(
        order.outcome.is_("ordered removed"),
        ~order_executed(case, order),
        not_(order.reopened <= ON),
        any_(
            all_(order_final(case, order), issued, any_(~old_made_new, between)),
            all_(order_final(case, order), late, between),
        ),
    )


@provision(
    "discretion.priority.2014.third",
    JOHNSON,
    JOHNSON_FAQ,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="An order issued before 2014-01-01, with no fact of the first two tiers, was outside them all. Spared for relief, or "
    "where an officer found no threat to the integrity of the system.",
)
def new_order_2014(case: Case, _: Case) -> Bool:
    """the respondent is of the third priority of 2014: a final order issued on or after 2014-01-01"""
    return exists(case.orders, lambda o: _new_order(case, o))


@provision("discretion.priority.2014", JOHNSON, subject=Case, confidence=Confidence.PROBABLY, doubt=READ_IN_PART)
def priority_2014(case: Case, _: Case) -> Bool:
    """the respondent is a priority on the list of 2014"""
    return any_(threat_2014(case, case), newcomer_2014(case, case), new_order_2014(case, case))


# --- 2017 ---------------------------------------------------------------------------------------------------------------


@provision(
    "discretion.priority.2017.order",
    ORDER_2017,
    KELLY,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="that one who was told to leave on a day to come has no stay that lets him remain is an inference",
    note="An old order was by itself a listed priority. Years of reporting took nobody off the list.",
)
def did_not_depart_2017(case: Case, _: Case) -> Bool:
    """the respondent is on the list of 2017: under a final order, and did not depart as the law required"""
    told = exists(case.instructions, lambda i: all_(i.kind.is_("depart"), i.given <= ON, i.on >= ON))
    stayed = exists(case.filings, lambda f: ice_stay(case, f))
    while_stayed = undetermined(
        Cause.JUDGEMENT, "whether one whose removal ICE has stayed has failed to depart as the law requires"
    )
    return under_order(case, case) & any_(told, ~stayed, while_stayed)


@provision(
    "discretion.priority.2017",
    ORDER_2017,
    KELLY,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="which grounds of removal are charged is not looked at; the crimes and the fraud they rest on are",
    note="No class was exempt: who is not on the list could be removed all the same.",
)
def priority_2017(case: Case, _: Case) -> Bool:
    """the respondent is on the list of 2017: a crime, charged or committed, fraud, abuse of benefits, or an order not obeyed"""
    chargeable = undetermined(
        Cause.JUDGEMENT, "whether coming in without inspection was taken for an act that could be charged as a crime"
    )
    came_in = exists(case.entries, lambda e: e.manner.is_("without inspection") & (e.on <= ON))
    charged = exists(case.arrests, lambda a: a.charge_pending & (a.on <= ON))
    return any_(
        convicted_of_crime(case, case),
        charged,
        security_danger(case, case),
        case.misrepresented,
        case.benefits_abused,
        did_not_depart_2017(case, case),
        came_in & chargeable,
    )


# --- 2021 ---------------------------------------------------------------------------------------------------------------

BORDER_DAY = date(2020, 11, 1)
JANUARY = Version(None, PEKOSKE)
FEBRUARY = Version(date(2021, 2, 18), INTERIM)


@provision(
    "discretion.priority.2021.border",
    PEKOSKE,
    INTERIM,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
)
def border_2021(case: Case, _: Case) -> Bool:
    """the respondent is of the interim priorities of 2021: caught coming in on or after 2020-11-01, or not here before that day"""
    caught = exists(case.entries, lambda e: all_(e.caught_entering, e.on >= BORDER_DAY, e.on <= ON))
    here_before = exists(case.entries, lambda e: e.on < BORDER_DAY)
    return caught | ~here_before


@provision(
    "discretion.priority.2021.safety",
    PEKOSKE,
    INTERIM,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="In January 2021 only one released from prison after the memorandum; from February, gangs too.",
)
def safety_2021(case: Case, _: Case) -> Bool:
    """the respondent is of the interim priorities of 2021: an aggravated felony, and held to be a threat"""
    threat = undetermined(Cause.JUDGEMENT, "whether the respondent is a threat to public safety was for the officer")
    felon = exists(case.convictions, _aggravated)
    return by_date(ON, (JANUARY, felon), (FEBRUARY, felon | case.gang)) & threat


@provision(
    "discretion.priority.2021",
    PEKOSKE,
    INTERIM,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="Anybody else needed approval beforehand. To remove the gravely ill, the old, or one with certain motions or applications "
    "pending needed a compelling reason and the field office director.",
)
def priority_2021(case: Case, _: Case) -> Bool:
    """the respondent is a priority on the interim list of 2021"""
    return any_(security_danger(case, case), border_2021(case, case), safety_2021(case, case))


@provision(
    "discretion.priority.guidelines.border",
    MAYORKAS,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
)
def border_guidelines(case: Case, _: Case) -> Bool:
    """the respondent is a priority of the guidelines of 2021: caught at the border, or came in unlawfully after 2020-11-01"""
    long_ago = undetermined(
        Cause.JUDGEMENT, "whether one caught at the border before 2020-11-01 is still meant was for the officer"
    )
    unlawfully = exists(case.entries, lambda e: all_(e.manner.is_("without inspection"), e.on > BORDER_DAY, e.on <= ON))
    caught = exists(case.entries, lambda e: all_(e.caught_entering, e.on <= ON, any_(e.on >= BORDER_DAY, long_ago)))
    return caught | unlawfully


@provision(
    "discretion.priority.guidelines",
    MAYORKAS,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt=READ_IN_PART,
    note="To be removable is not alone a reason to act. Public safety turned on the whole of the facts, with no bright lines.",
)
def priority_guidelines(case: Case, _: Case) -> Bool:
    """the respondent is a priority under the guidelines of 2021"""
    threat = undetermined(
        Cause.JUDGEMENT, "whether serious criminal conduct made the respondent a current threat was for the officer"
    )
    conduct = any_(
        convicted_of_crime(case, case), case.gang, exists(case.arrests, lambda a: a.charge_pending & (a.on <= ON))
    )
    return any_(security_danger(case, case), border_guidelines(case, case), conduct & threat)


# --- 2025 ---------------------------------------------------------------------------------------------------------------


@provision(
    "discretion.priority.2025",
    ORDER_2025,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the order lets DHS set priorities; no memorandum that does so for the whole country was found",
    note="Section 4 names the enforcement of final orders. Cite the older memoranda as history, never as governing.",
)
def priority_2025(case: Case, _: Case) -> Bool:
    """the respondent is put first by the order of 2025: a danger to security, or a final order not carried out"""
    others = undetermined(
        Cause.NOT_ENCODED, "no list of priorities of 2025 or after was found for those who are under no final order"
    )
    return any_(security_danger(case, case), under_order(case, case), others)
