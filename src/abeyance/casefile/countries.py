"""The country that the words of a nationality name, where a law names it too.

No rule can read words, and a nationality is written in many; what is not surely the name of a country, or names two, says nothing.
"""

import re
import unicodedata
from typing import Any

from abeyance.casefile.vocabulary import OTHER_COUNTRY, Person, Recorded

# Other names, and what a citizen is called, of the countries that the vocabulary lists.
ALSO = {
    "Afghan": "Afghanistan",
    "Angolan": "Angola",
    "Bosnia": "Bosnia and Herzegovina",
    "Bosnia-Herzegovina": "Bosnia and Herzegovina",
    "Bosnian": "Bosnia and Herzegovina",
    "Myanmar": "Burma",
    "Burma (Myanmar)": "Burma",
    "Burmese": "Burma",
    "Burundian": "Burundi",
    "Cameroonian": "Cameroon",
    "Salvador": "El Salvador",
    "Salvadoran": "El Salvador",
    "Salvadorian": "El Salvador",
    "Ethiopian": "Ethiopia",
    "Guatemalan": "Guatemala",
    "Haitian": "Haiti",
    "Honduran": "Honduras",
    "Kosovar": "Kosovo",
    "Kuwaiti": "Kuwait",
    "Lebanese": "Lebanon",
    "Liberian": "Liberia",
    "Nepalese": "Nepal",
    "Nepali": "Nepal",
    "Nicaraguan": "Nicaragua",
    "Rwandan": "Rwanda",
    "Sierra Leonean": "Sierra Leone",
    "Somali": "Somalia",
    "South Sudanese": "South Sudan",
    "Sudanese": "Sudan",
    "Syrian": "Syria",
    "Ukrainian": "Ukraine",
    "Venezuelan": "Venezuela",
    "Yemeni": "Yemen",
}
OTHERS = (
    "Albania, Algeria, Andorra, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, "
    "Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, "
    "Cambodia, Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Costa Rica, Croatia, Cuba, "
    "Cyprus, Czech Republic, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt, Equatorial Guinea, Eritrea, "
    "Estonia, Eswatini, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guyana, Hungary, Iceland, "
    "India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kyrgyzstan, "
    "Laos, Latvia, Lesotho, Libya, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania, Mauritius, "
    "Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Namibia, Netherlands, New Zealand, Niger, Nigeria, "
    "North Macedonia, Norway, Oman, Pakistan, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, "
    "Romania, Russia, Saint Lucia, Samoa, Saudi Arabia, Senegal, Serbia, Seychelles, Singapore, Slovakia, Slovenia, South Africa, "
    "South Korea, Spain, Sri Lanka, Suriname, Sweden, Switzerland, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, "
    "Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Uganda, United Arab Emirates, United Kingdom, Uruguay, Uzbekistan, "
    "Vietnam, Zambia, Zimbabwe"
)


def _plain(words: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z]+", bare))


NAMED = {
    **{_plain(name): OTHER_COUNTRY for name in OTHERS.split(", ")},
    **{_plain(code): code for code in Person.country.codes},
    **{_plain(name): code for name, code in ALSO.items()},
}


def know_countries(entities: dict[str, type[Recorded]], known: dict[tuple[str, str], Any]) -> None:
    """Add to ``known`` the country of each person whose nationality is the name of one, where no claim gives the country."""
    for key, entity in entities.items():
        if entity is Person and (code := NAMED.get(_plain(known.get((key, "nationality")) or ""))):
            known.setdefault((key, "country"), Person.country.mask(code))
