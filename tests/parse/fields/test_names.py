"""Lists of names as printed, and the names they hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refs.parse.fields.name_lists import parse_names

CASES = {
    "apa": ("Neff, K. D., Germer, C., & Pommier, E.", ["Neff|K. D.", "Germer|C.", "Pommier|E."]),
    "direct": ("K. D. Neff, Chris Germer and E. Pommier", ["Neff|K. D.", "Germer|Chris", "Pommier|E."]),
    "first inverted, rest direct": (
        "Neff, Kristin, Chris Germer, and E. Pommier",
        ["Neff|Kristin", "Germer|Chris", "Pommier|E."],
    ),
    "vancouver": ("Neff KD, Germer C, van der Berg A-M", ["Neff|KD", "Germer|C", "Berg|A-M"]),
    "a Czech and": (
        "PRITHIVIRAJ, M. a M. J. ANDREWS",
        ["PRITHIVIRAJ|M.", "ANDREWS|M. J."],
    ),
    "a Czech and between full names": (
        "IEZZI, Ivo, Michael KURRER a Manfred KOPF",
        ["IEZZI|Ivo", "KURRER|Michael", "KOPF|Manfred"],
    ),
    "no Czech and": ("Thomas a Kempis", ["Kempis|Thomas a"]),
    "for a group": (
        "Kubo SH, Bourge R, for the Trust Research Group",
        ["Kubo|SH", "Bourge|R", "Trust Research Group|"],
    ),
    "numbers of generations": (
        "Wiley 2nd JF, Eger EI 2nd, Plunkett G 3rd",
        ["Wiley|JF", "Eger|EI", "Plunkett|G"],
    ),
    "letters written as HTML": (
        "Gaš\u00ad\u00adević\u00ad, Dragan",
        ["Gašević|Dragan"],
    ),
    "vancouver in capitals": ("COOPER NP, YATES GK", ["COOPER|NP", "YATES|GK"]),
    "one in capitals": ("VICTOR JD", ["VICTOR|JD"]),
    "initials in capitals that are a family's name too": (
        "TEMCHIN AN, RICH NC, RUGGERO MA",
        ["TEMCHIN|AN", "RICH|NC", "RUGGERO|MA"],
    ),
    "capitals, given name first": ("XIAO LI, ZHANG MA", ["LI|XIAO", "MA|ZHANG"]),
    "a particle first, initials last": ("zur Hausen H", ["Hausen|H"]),
    "a suffix before the given name": ("Bell, Jr., Walter C.", ["Bell|Walter C."]),
    "a suffix behind a whole name": (
        "John Luther Bell, Jr., Ralph Dorn",
        ["Bell|John Luther", "Dorn|Ralph"],
    ),
    "an initial and a given name, another name": (
        "Bell, R. Hal and John C. Dorn",
        ["Bell|R. Hal", "Dorn|John C."],
    ),
    "a family of two capitals": ("LI, Antonio Lopes de", ["LI|Antonio Lopes"]),
    "a family of three capitals": (
        "NOS, Theo, Abraham D. DORN",
        ["NOS|Theo", "DORN|Abraham D."],
    ),
    "surnames alone": ("Hommler, Hofmeier & Henze", ["Hommler|", "Hofmeier|", "Henze|"]),
    "three surnames": ("Lenger, Bohrer, Janzen", ["Lenger|", "Bohrer|", "Janzen|"]),
    "no surnames alone": ("Krohn, Wolfgang & Weyer", ["Krohn|Wolfgang", "Weyer|"]),
    "full stops between names": (
        "Keel, K. S. Dorn, M. Mintz, J. Brekker, JS",
        ["Keel|K. S.", "Dorn|M.", "Mintz|J.", "Brekker|JS"],
    ),
    "many initials": ("Bergner JJGHM, Bruno MJ, Dorn P", ["Bergner|JJGHM", "Bruno|MJ", "Dorn|P"]),
    "two names, initials like a family": ("Stelmer RM, Siddle DAT", ["Stelmer|RM", "Siddle|DAT"]),
    "a given name with an initial": ("MOORE, Michael S.", ["MOORE|Michael S."]),
    "others behind a line's end": ("Brune E, Perfekt R et \nal", ["Brune|E", "Perfekt|R"]),
    "initials with a small letter": ("Chen Mk, Lee HS, Chang JH", ["Chen|Mk", "Lee|HS", "Chang|JH"]),
    "a given name behind an initial": (
        "W. Bruce Keller, F. Dalla Porta",
        ["Keller|W. Bruce", "Dalla Porta|F."],
    ),
    "a given name behind an initial, inverted": (
        "Keller, R. Mark, Anna B. Dorn, Peter Hall",
        ["Keller|R. Mark", "Dorn|Anna B.", "Hall|Peter"],
    ),
    "one name before initials": ("Sarif, S. Keller, P. K. Dorn", ["Sarif|", "Keller|S.", "Dorn|P. K."]),
    "titles of people": ("Dr. Anna Dorn, Prof. Kenji Hall", ["Dorn|Anna", "Hall|Kenji"]),
    "a short von in front": ("v. Humbert, A. & Dorn, P.", ["Humbert|A.", "Dorn|P."]),
    "a saint in a family": ("St. Jole, K. K., & Dorn, P.", ["St. Jole|K. K.", "Dorn|P."]),
    "a short Stefan": ("St. Fuchs, P. Dorn", ["Fuchs|St.", "Dorn|P."]),
    "initials like a role": ("Dorn P, Kochner HG", ["Dorn|P", "Kochner|HG"]),
    "a role behind a name": ("Dorn P, Kochner W, eds.", ["Dorn|P", "Kochner|W"]),
    "a family that is a word of bodies": ("Dorn P, Center MM, Ward E", ["Dorn|P", "Center|MM", "Ward|E"]),
    "families that are words of bodies": ("Bank L, Board BJ", ["Bank|L", "Board|BJ"]),
    "initials like a family": ("MØLLER AR", ["MØLLER|AR"]),
    "a family that is no corporation": (
        "Attner TK, Corpet F, Landesman M",
        ["Attner|TK", "Corpet|F", "Landesman|M"],
    ),
    "a body and its short name": ("Naval Lake Systems (NAVLAKE)", ["Naval Lake Systems (NAVLAKE)|"]),
    "a site": ("DrugUse.com", ["DrugUse.com|"]),
    "a short von": ("K. v. Kitzing, G. Dorn", ["Kitzing|K.", "Dorn|G."]),
    "an unknown given name glued": (
        "Hoff, Anna, KlemensTesch und HeribertEngster",
        ["Hoff|Anna", "Tesch|Klemens", "Engster|Heribert"],
    ),
    "a capital in a family": ("Hoff, Anna, ŽbankoMas,A.", ["Hoff|Anna", "ŽbankoMas|A"]),
    "a comma lost": ("BELL S., DORN N. NEFF L., HALL S.", ["BELL|S.", "DORN|N.", "NEFF|L.", "HALL|S."]),
    "semicolons": ("Neff, Kristin; Germer, Christopher", ["Neff|Kristin", "Germer|Christopher"]),
    "slash": ("Budge, Ian/Farlie, Dennis", ["Budge|Ian", "Farlie|Dennis"]),
    "bodies": ("FAO/WHO", ["FAO|", "WHO|"]),
    "bodies, one of them a word": ("Weltbank / IMF", ["Weltbank|", "IMF|"]),
    "surnames in capitals": ("MEYER/BAUR", ["MEYER|", "BAUR|"]),
    "capitals with initials": (
        "CAPPAROS A., PEREAU J.-C., TAZDAIT T.",
        ["CAPPAROS|A.", "PEREAU|J.-C.", "TAZDAIT|T."],
    ),
    "stray full stop": (
        "Hart, J. W., Karau, S. J., Stasson, M. F &., Kerr, N. A.",
        ["Hart|J. W.", "Karau|S. J.", "Stasson|M. F", "Kerr|N. A."],
    ),
    "french et": ("S. HOLLAND et R. EPSZTEIN", ["HOLLAND|S.", "EPSZTEIN|R."]),
    "particle of two words": ("Della Seta, Fabrizio", ["Della Seta|Fabrizio"]),
    "german u. between names": ("HILLMANN, F. u. T. KRINGS", ["HILLMANN|F.", "KRINGS|T."]),
    "an initial keeps its point before and": (
        "Griffin, W.L. and O’Reilly, S.Y.",
        ["Griffin|W.L.", "O’Reilly|S.Y."],
    ),
    "and without a blank before it": (
        "P. Vos,and G.Karniadakis",
        ["Vos|P.", "Karniadakis|G."],
    ),
    "initials like the german und andere": (
        "K. Rajagopal and U.A. Wiedemann",
        ["Rajagopal|K.", "Wiedemann|U.A."],
    ),
    "family name first, without commas": (
        "Leridon Henri et Toulemon Laurent",
        ["Leridon|Henri", "Toulemon|Laurent"],
    ),
    "one of three that looks turned turns no list": (
        "Irda Fidrianny, Karin Rizkiya, Thomas Ruslan",
        ["Fidrianny|Irda", "Rizkiya|Karin", "Ruslan|Thomas"],
    ),
    "family name first, then an initial": ("Hofstra Jelle B.", ["Hofstra|Jelle B."]),
    "glued given names": (
        "Brandt, Harald, SabineKeller und MarieKrüger",
        ["Brandt|Harald", "Keller|Sabine", "Krüger|Marie"],
    ),
    "names that only look glued": (
        "RoyChowdhury, A., McDonald, B., B.J. VerWest",
        ["RoyChowdhury|A.", "McDonald|B.", "VerWest|B.J."],
    ),
    "glued und": ("Lenz, Edgarund RudolfStamm", ["Lenz|Edgar", "Stamm|Rudolf"]),
    "names that end like and": ("Ferdinand Roland, Bachand F.", ["Roland|Ferdinand", "Bachand|F."]),
    "whole names between semicolons": (
        "Whitcomb, Michael; Jonathan Porter, Alison Grady und Emily Simon",
        ["Whitcomb|Michael", "Porter|Jonathan", "Grady|Alison", "Simon|Emily"],
    ),
    "double names between semicolons": (
        "García Márquez, Gabriel José; Vargas Llosa, Mario",
        ["García Márquez|Gabriel José", "Vargas Llosa|Mario"],
    ),
    "initials parted from their name": ("Birk; M.; Jahn, Th.", ["Birk|M.", "Jahn|Th."]),
    "initials after a given name": ("Adorno, Theodor, W.", ["Adorno|Theodor W."]),
    "given names in brackets": (
        "Passard (Fr.), Urlacher (J.-P.)",
        ["Passard|Fr.", "Urlacher|J.-P."],
    ),
    "a family name with y": ("Ortega y Gasset, José", ["Ortega y Gasset|José"]),
    "a family name with e": (
        "de Souza e Silva, Adriana; Frith, Jordan",
        ["Souza e Silva|Adriana", "Frith|Jordan"],
    ),
    "two family names and a full given name": (
        "Gutiérrez Posada, Hortensia D.",
        ["Gutiérrez Posada|Hortensia D."],
    ),
    "two family names and a particle": ("Santos Neff, A. de", ["Santos Neff|A."]),
    "a family name of two capitals": (
        "SÁ, Alvino Augusto; SHEKAR, Sérgio",
        ["SÁ|Alvino Augusto", "SHEKAR|Sérgio"],
    ),
    "initials that are a family name too": (
        "Zijlman GAR, van Haal JCM, Yard L",
        ["Zijlman|GAR", "Haal|JCM", "Yard|L"],
    ),
    "initials parted by blanks": ("Bohm J F, Vignal J L, Kana A", ["Bohm|J F", "Vignal|J L", "Kana|A"]),
    "an initial of two letters": ("Loisel J.-Cl.", ["Loisel|J.-Cl."]),
    "turned at the end only": (
        "DEGEN L., MANN R., AND SALMANN, G.",
        ["DEGEN|L.", "MANN|R.", "SALMANN|G."],
    ),
    "glued and before initials": ("R. Lebrunand A. Dutroy", ["Lebrun|R.", "Dutroy|A."]),
    "no glued and": ("P. Hildebrand A. Moss", ["Hildebrand A. Moss|P."]),
    "glued et before initials": ("F. BENNING etR. D. MOREN", ["BENNING|F.", "MOREN|R. D."]),
    "a comma lost in the first name": (
        "Hartkop Heidrun; Tasche, Andreas; Witt, Volker",
        ["Hartkop|Heidrun", "Tasche|Andreas", "Witt|Volker"],
    ),
    "japanese names": ("佐藤健, 鈴木一郎", ["佐藤|健", "鈴木|一郎"]),
    "chinese names and others": ("王小明、李华等", ["王|小明", "李|华"]),
    "korean names with a point": ("최영락·이은경", ["최|영락", "이|은경"]),
    "korean names and three more": ("김영수 외 3인", ["김|영수"]),
    "japanese names and others": ("山下太郎他", ["山下|太郎"]),
    "torn small capitals": ("s ten, Amartya; g rothert, christian", ["s ten|Amartya", "g rothert|christian"]),
    "suffix before the comma": ("Dickens Jr., Roy S.", ["Dickens|Roy S."]),
    "russian list without commas": (
        "Дмитриев С.П. Шимелевич Л.И.",
        ["Дмитриев|С.П.", "Шимелевич|Л.И."],
    ),
    "full stop for a comma": (
        "J. C. Leuliet. J. F. Mangonnat and M. Lalande",
        ["Leuliet|J. C.", "Mangonnat|J. F.", "Lalande|M."],
    ),
    "who helped": (
        "Vogelsang, Stephan unter Mitarbeit von Anna Kowalska",
        ["Vogelsang|Stephan", "Kowalska|Anna"],
    ),
    "a bracket that opens a note": (
        "Sanders, Willem E. und Irmtraud Gasser (o. J.",
        ["Sanders|Willem E.", "Gasser|Irmtraud"],
    ),
    "in the place named": ("Klaus Dorn, a. a. O.", ["Dorn|Klaus"]),
    "the same again": ("dies. u. Reinhard Mann", ["Mann|Reinhard"]),
    "particle before capitals": ("VAn de KAA, D.J.", ["VAn de KAA|D.J."]),
    "german und": ("Habermas, Jürgen und Luhmann, Niklas", ["Habermas|Jürgen", "Luhmann|Niklas"]),
    "spanish y": (
        "García Márquez, Gabriel y Vargas Llosa, Mario",
        ["García Márquez|Gabriel", "Vargas Llosa|Mario"],
    ),
    "given name written out with initial": ("Mace, Myles L.", ["Mace|Myles L."]),
    "suffix": ("King, M. L., Jr., & Smith, J.", ["King|M. L.", "Smith|J."]),
    "initials like a suffix": ("Dunne JR, Nelson S", ["Dunne|JR", "Nelson|S"]),
    "capital family, given written out": ("Serge ROUVIERE", ["ROUVIERE|Serge"]),
    "roles": ("Wyatt, G. & Sanders, P. (Eds.)", ["Wyatt|G.", "Sanders|P."]),
    "two family words after initials": (
        "S.L. Peyton Jones and Jon Bentley",
        ["Peyton Jones|S.L.", "Bentley|Jon"],
    ),
    "korean": ("김은경, 이호준", ["김|은경", "이|호준"]),
    "chinese": ("詹慧珊、吳明芳", ["詹|慧珊", "吳|明芳"]),
    "organisation": ("World Health Organization", ["World Health Organization|"]),
    "organisation with commas": (
        "Bundesministerium für Familie, Senioren, Frauen und Jugend",
        ["Bundesministerium für Familie, Senioren, Frauen und Jugend|"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_names(text: str, expected: list[str]) -> None:
    assert [f"{n.family or n.literal}|{n.given}" for n in parse_names(text).names] == expected


@pytest.mark.parametrize(
    "text", ["Smith J, et al.", "Smith, J., et al", "Smith J and others", "Smith, J. u. a."]
)
def test_list_that_goes_on(text: str) -> None:
    found = parse_names(text)
    assert found.et_al
    assert [name.family for name in found.names] == ["Smith"]


def test_particles_and_suffixes_have_their_own_parts() -> None:
    berg, king = parse_names("van der Berg, Anna; King, Martin Luther, Jr.").names
    assert (berg.non_dropping_particle, berg.family, king.suffix) == ("van der", "Berg", "Jr.")


WORDS = "Neff K. K KD J.-C. van der Jr. III and & v. St. Dr. SMITH Li ders. 佐藤 健 Müller (Ed.) of 3"
PIECES = st.sampled_from([*WORDS.split(), ".", "—", "*", "\t", "\u2009", "\xa0", ".\u2009."])
SIGNS = st.sampled_from([" ", ", ", ",", "; ", "/", ".", " and ", ",\t", " . "])


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(PIECES, SIGNS), max_size=12).map(lambda pairs: "".join(map("".join, pairs))))
@example("Smith,  . \t., Mazzotta, P.")
@example("Jr. ../,,.\u2009.\xa0,\tfor/MD/Jr.,\t")
def test_whatever_a_list_holds_each_name_is_in_it(text: str) -> None:
    plain = "".join(text.split())
    for name in parse_names(text).names:
        for part in (name.literal, name.family, name.given):
            assert all(word in plain for word in part.split())
