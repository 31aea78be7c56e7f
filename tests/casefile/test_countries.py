"""A nationality in words gives the country that a law names, or nothing."""

import pytest

from abeyance.casefile.countries import ALSO, NAMED, OTHERS
from abeyance.casefile.record import derive
from abeyance.casefile.saying import say
from abeyance.casefile.vocabulary import COUNTRIES, Person
from tests.casefile.reading import said


def country_of(*claims: str) -> str:
    return say(Person.country, derive(said(*claims)).rows["m"]["country"])


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Guatemala", "Guatemala"),
        ("salvadoran", "El Salvador"),
        ("Myanmar", "Burma"),
        ("Guinea Bissau", "Guinea-Bissau"),
        ("South  Sudan", "South Sudan"),
        ("Poland", "another country"),
        ("Hondruas", "unknown"),
        ("Guatemala and Honduras", "unknown"),
        ("of Kurdish people", "unknown"),
    ],
)
def test_a_nationality_names_a_country_or_says_nothing(words: str, country: str) -> None:
    assert country_of(f"m.nationality: {words}") == country


def test_two_nationalities_in_conflict_leave_the_country_open() -> None:
    assert country_of("m.nationality: Haiti", "m.nationality: Cuba") == "unknown"


def test_a_claim_about_the_country_counts_before_the_words_of_the_nationality() -> None:
    assert country_of("m.nationality: stateless", "m.country: Syria") == "Syria"
    assert country_of("m.nationality: Cuba", "m.country: Syria") == "Syria"


def test_no_name_stands_for_two_countries_and_every_other_name_is_of_a_listed_one() -> None:
    others = OTHERS.split(", ")
    assert set(ALSO.values()) < set(COUNTRIES) and not set(others) & set(COUNTRIES)
    assert len(NAMED) == len(others) + len(COUNTRIES) + len(ALSO)
