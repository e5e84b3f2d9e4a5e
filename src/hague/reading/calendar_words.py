"""Full dates as headers print them, and the cities whose names stand in datelines."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

MONTHS = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|"
    r"Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
)
_DAYS = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
DATE = re.compile(
    rf"(?<![\w/-])(?:(?:{_DAYS}),?\s+)?(?:the\s+)?(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+(?P<m1>{MONTHS})(?:,)?[\s-]+(?P<y1>(?:19|20)\d{{2}})\b|"
    rf"(?P<m2>{MONTHS})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d{{2}})\b|"
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y3>(?:19|20)\d{2}|\d{2})(?![\d./-]\d|\d)|"
    rf"(?P<d5>\d{{1,2}})(?P<m5>{MONTHS})(?P<y5>\d{{2}}(?:\d{{2}})?)(?!\d)|"
    r"(?P<y4>(?:19|20)\d{2})[/.](?P<m4>\d{1,2})[/.](?P<d4>\d{1,2})\b"
    r")",
)
"""A day with its year, in the forms that headers use. ``read_date`` turns a match into ISO."""

_NUMBER = {m: i + 1 for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}


def read_date(match: re.Match[str], order: Literal["dmy", "mdy"]) -> str | None:
    """The ISO day of a match of ``DATE``; ``None`` for a day that does not exist (31 April).

    >>> read_date(DATE.search("03/05/2024"), "dmy"), read_date(DATE.search("Sunday, Feb. 30, 2024"), "dmy")
    ('2024-05-03', None)
    """
    g = match.groupdict()
    if g["iso"]:
        year, month, day = map(int, g["iso"].split("-"))
    elif g["m1"]:
        year, month, day = int(g["y1"]), _NUMBER[g["m1"][:3].lower()], int(g["d1"])
    elif g["m2"]:
        year, month, day = int(g["y2"]), _NUMBER[g["m2"][:3].lower()], int(g["d2"])
    elif g["d5"]:
        year, month, day = int(g["y5"]), _NUMBER[g["m5"][:3].lower()], int(g["d5"])
        year += 2000 if year < 100 else 0
    elif g["y4"]:
        year, month, day = int(g["y4"]), int(g["m4"]), int(g["d4"])
    else:
        a, b = int(g["a"]), int(g["b"])
        day_first = b <= 12 and (a > 12 or order == "dmy" or g["sep"] == ".")
        day, month = (a, b) if day_first else (b, a)
        year = int(g["y3"]) + (2000 if len(g["y3"]) == 2 else 0)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


CITIES = frozenset(
    name.strip().casefold()
    for name in """
    The Hague|Hague|Amsterdam|New York|United Nations|Washington|Washington DC|Washington D.C.|Geneva|Brussels|London|Paris|
    Berlin|Rome|Madrid|Lisbon|Vienna|Bern|Budapest|Warsaw|Prague|Athens|Moscow|Kyiv|Kiev|Kharkiv|Odesa|Lviv|Minsk|Vilnius|
    Riga|Tallinn|Helsinki|Stockholm|Oslo|Copenhagen|Dublin|Strasbourg|Luxembourg|Belgrade|Sarajevo|Pristina|Zagreb|
    Bucharest|Sofia|Chisinau|Tbilisi|Yerevan|Baku|Ankara|Istanbul|Nicosia|Valletta|Turin|Milan|Marseille|Lyon|Barcelona|
    Jerusalem|East Jerusalem|Tel Aviv|Ramallah|Gaza|Gaza City|Rafah|Khan Younis|Hebron|Nablus|Bethlehem|Beirut|Damascus|
    Amman|Baghdad|Erbil|Tehran|Riyadh|Doha|Dubai|Abu Dhabi|Kuwait City|Manama|Muscat|Sanaa|Aden|Cairo|Alexandria|Tripoli|
    Benghazi|Tunis|Algiers|Rabat|Casablanca|Nouakchott|Dakar|Bamako|Timbuktu|Gao|Niamey|Ouagadougou|Abidjan|Yamoussoukro|
    Accra|Lome|Lomé|Cotonou|Lagos|Abuja|Maiduguri|Conakry|Freetown|Monrovia|Bissau|Banjul|Praia|Yaounde|Yaoundé|Douala|
    N’Djamena|N'Djamena|Bangui|Libreville|Brazzaville|Kinshasa|Goma|Bunia|Bukavu|Lubumbashi|Kigali|Bujumbura|Gitega|Kampala|
    Gulu|Nairobi|Mombasa|Eldoret|Kisumu|Addis Ababa|Mekelle|Asmara|Djibouti|Mogadishu|Hargeisa|Khartoum|Port Sudan|
    Omdurman|El Fasher|Nyala|Juba|Dar es Salaam|Dodoma|Arusha|Lusaka|Lilongwe|Harare|Gaborone|Windhoek|Pretoria|
    Johannesburg|Cape Town|Durban|Maseru|Mbabane|Maputo|Luanda|Antananarivo|Moroni|Port Louis|Victoria|Kabul|Kandahar|
    Islamabad|Karachi|Lahore|Peshawar|New Delhi|Delhi|Mumbai|Dhaka|Cox’s Bazar|Cox's Bazar|Colombo|Kathmandu|Male|Malé|
    Yangon|Naypyidaw|Naypyitaw|Bangkok|Phnom Penh|Vientiane|Hanoi|Kuala Lumpur|Singapore|Jakarta|Manila|Quezon City|
    Davao City|Davao|Beijing|Shanghai|Hong Kong|Taipei|Tokyo|Seoul|Pyongyang|Ulaanbaatar|Ulan Bator|Astana|Almaty|Bishkek|
    Dushanbe|Tashkent|Ashgabat|Canberra|Sydney|Melbourne|Wellington|Auckland|Suva|Port Vila|Apia|Ottawa|Toronto|Montreal|
    Mexico City|Guatemala City|San Salvador|Tegucigalpa|Managua|San Jose|San José|Panama City|Havana|Port-au-Prince|
    Santo Domingo|Kingston|Port of Spain|Bogota|Bogotá|Caracas|Quito|Lima|La Paz|Brasilia|Brasília|Rio de Janeiro|
    Sao Paulo|São Paulo|Asuncion|Asunción|Montevideo|Buenos Aires|Santiago|Los Angeles|Chicago|Boston|San Francisco|
    Edinburgh|Nuremberg|Vatican City|Reykjavik|Bratislava|Ljubljana|Skopje|Podgorica|Tirana|Donetsk|Mariupol|Kherson|
    Simferopol|Sevastopol|Saint Petersburg|St. Petersburg|Tskhinvali|Gori|Stepanakert|Leiden|Utrecht|Rotterdam|
    Manchester|Birmingham|Glasgow|Cardiff|Belfast|Leeds|Liverpool|Oxford|Cambridge|Hamburg|Munich|Cologne|Frankfurt|Bonn|
    Zurich|Lausanne|Basel|Naples|Bologna|Florence|Seville|Valencia|Porto|Krakow|Antwerp|Ghent|Arnhem|Aarhus|Bergen|
    Gothenburg|Toulouse|Bordeaux|Nice|Lille|Philadelphia|Atlanta|Houston|Dallas|Miami|Seattle|Denver|Austin|Vancouver|
    Brisbane|Perth|Adelaide|Christchurch|Osaka|Hiroshima|Busan|Kolkata|Chennai|Bangalore|Hyderabad|Kano|Port Harcourt|
    Ibadan|Enugu|Jos|Kaduna|Kumasi|Bouake|Bouaké|Korhogo|Ziguinchor|Mopti|Kidal|Agadez|Bobo-Dioulasso|Garoua|Bambari|
    Bossangoa|Birao|Bria|Beni|Butembo|Kisangani|Kananga|Mbuji-Mayi|Uvira|Arua|Lira|Soroti|Mbarara|Jinja|Kitgum|Kasese|
    Nakuru|Naivasha|Kitale|Garissa|Lamu|Kismayo|Baidoa|Geneina|El Geneina|Zalingei|Al-Fashir|Kassala|Malakal|Wau|Bentiu|
    Zanzibar|Mwanza|Bulawayo|Blantyre|Ndola|Beira|Sirte|Misrata|Zintan|Sabha|Tarhuna|Derna|Tobruk|Sfax|Oran|Fez|Tangier|
    Agadir|Laayoune|Aswan|Luxor|Port Said|Haifa|Nazareth|Beersheba|Jenin|Tulkarm|Jericho|Deir al-Balah|Jabalia|Aleppo|
    Homs|Raqqa|Idlib|Mosul|Basra|Kirkuk|Isfahan|Shiraz|Mecca|Jeddah|Medina|Herat|Mazar-i-Sharif|Jalalabad|Kunduz|Quetta|
    Rawalpindi|Multan|Sylhet|Chittagong|Mandalay|Sittwe|Chiang Mai|Ho Chi Minh City|Surabaya|Bandung|Cebu|Cebu City|
    Zamboanga|Marawi|Kaohsiung|Nagoya|Guangzhou|Medellin|Medellín|Cali|Cartagena|Maracaibo|Guayaquil|Cusco|Arequipa|
    Cordoba|Rosario|Guadalajara|Monterrey|Tijuana|Irpin|Bucha|Dnipro|Zaporizhzhia|Mykolaiv|Poltava|Chernihiv|Izium|
    Kazan|Yekaterinburg|Novosibirsk|Grozny|Makhachkala|Sochi|Gdansk|Lodz|Brno|Debrecen|Szeged|Cluj|Timisoara|Novi Sad|
    Mostar|Banja Luka|Split|Thessaloniki|Izmir|Diyarbakir|Batumi|Gyumri|Ganja|Scheveningen|Entebbe|Kupang|Vaduz|Monaco|San Marino|Andorra la Vella|Malabo|São Tomé|Roseau|Castries
    """.replace("\n", "").split("|")
)
"""Case-folded. A dateline may name any place; these are the ones that are places without a dateline's shape."""
