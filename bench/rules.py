"""The eight rules in abeyance's logic.  They are simplified law, made for measuring and for nothing else."""

from datetime import date

from abeyance.law.calendars import EOIR
from abeyance.logic.expressions import ON, Bool, Version, all_, any_, by_date, days, years
from abeyance.logic.facts import exists
from bench.cases import Case

case = Case.root()
FORMERLY = Version(None, "before Pereira")
PEREIRA = Version(date(2018, 6, 21), "Pereira v. Sessions")
MENDOZA = Version(date(2019, 5, 1), "Matter of Mendoza-Hernandez")
NIZ_CHAVEZ = Version(date(2021, 4, 29), "Niz-Chavez v. Garland")

_want_of_notice = any_(
    case.no_notice, case.exceptional & (case.motion_filed <= (case.final_order + days(180)).open_day(EOIR))
)
_appeal_due = (case.decided + days(30)).open_day(EOIR)
_appeal_timely = all_(case.appeal_taken, ~case.appeal_waived, case.appeal_filed <= _appeal_due)
_ten_years_on = case.present_since + years(10)
_before = case.charged < _ten_years_on
_complete = case.notice_complete & _before
_in_two_papers = _complete | all_(~case.notice_complete, case.hearing_notice_sent, case.hearing_notice < _ten_years_on)
_stopped = by_date(
    case.cancellation_decided,
    (FORMERLY, _before),
    (PEREIRA, _complete),
    (MENDOZA, _in_two_papers),
    (NIZ_CHAVEZ, _complete),
)
_ten_years = all_(
    _ten_years_on <= case.cancellation_decided, ~_stopped, ~(case.offence_stops & (case.offence < _ten_years_on))
)
_qualifying = exists(
    case.children,
    lambda child: all_(
        case.cancellation_decided < child.born + years(21), ~child.married, child.status.is_in("resident", "citizen")
    ),
)
_criminal_bar = exists(
    case.convictions,
    lambda c: any_(
        c.aggravated_felony,
        c.controlled_substance,
        c.moral_turpitude & ~((c.most_months <= 12) & (c.months <= 6)),
    ),
)

RULES: dict[str, Bool] = {
    "motion_timely": any_(
        case.motion_filed <= (case.final_order + days(90)).open_day(EOIR),
        case.changed_country,
        case.joint,
        case.in_absentia & _want_of_notice,
    ),
    "appeal_timely": _appeal_timely,
    "stay_in_force": any_(
        ~case.appeal_waived & (_appeal_due >= ON),
        _appeal_timely & case.appeal_pending,
        all_(case.in_absentia, case.motion_pending, _want_of_notice),
    ),
    "asylum_barred": all_(
        case.asylum_filed > (case.arrived + years(1)).open_day(EOIR),
        ~((case.changed_circumstances | case.extraordinary) & case.reasonable_time),
        ~(case.unaccompanied & (case.asylum_filed >= "2009-03-23")),
    ),
    "ten_years": _ten_years,
    "qualifying_relative": _qualifying,
    "criminal_bar": _criminal_bar,
    "cancellation": all_(_ten_years, case.good_character, ~_criminal_bar, _qualifying, case.hardship),
}
