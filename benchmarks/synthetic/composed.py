# ruff: noqa: E501 (lists of words)
"""Names of organisations and series, and German titles, put together from words: no two lists hold the same ones."""

from __future__ import annotations

import random

_TOPICS = {
    "en": "Health|Social Affairs|Education|Labour|Economic Research|Foreign Affairs|Statistics|Agriculture|Environmental Protection|Migration|Peace Research|Public Policy|Social Research|Demography|Gender Studies|European Studies|International Relations|Human Rights|Transport|Energy|Justice|Youth|Consumer Protection|Housing|Urban Planning|Science and Technology|Culture|Media Studies|Development|Trade|Political Science|Sociology|Psychology|Nursing|History|Archaeology|Finance|Employment|Linguistics|Ethics|Strategic Studies|Natural Resources|Water Management|Drug Abuse|Aging|Child Welfare|Information Systems|Applied Physics|Population Studies|Industrial Relations",
    "de": "Arbeit und Soziales|Gesundheit|Bildung und Forschung|Familie, Senioren, Frauen und Jugend|Wirtschaft|Soziologie|Raumforschung|Landesplanung|Stadtforschung|Sozialforschung|Wirtschaftsforschung|Migration und Flüchtlinge|Verbraucherschutz|Umwelt|Statistik|Bevölkerungsforschung|Politikwissenschaft|Friedensforschung|Medienforschung|Erwachsenenbildung|Pädagogik|Kultur|Inneres|Verkehr|Landwirtschaft|Psychologie|Altersfragen|Zeitgeschichte|Sozialpolitik|Justiz|Wissenschaft und Kunst|Entwicklungspolitik|Regionalentwicklung|politische Bildung|Suchtfragen|Jugendforschung|Wirtschaftsinformatik",
    "fr": "la santé|l’éducation nationale|la recherche|la statistique|l’emploi|la culture|la justice|la ville|l’environnement|la jeunesse|l’agriculture|la famille|la population|sociologie|démographie",
    "es": "Salud|Educación|Estadística|Trabajo|Cultura|Estudios Sociales|Medio Ambiente|Investigaciones Sociológicas|la Mujer|Justicia|Agricultura",
    "it": "storia contemporanea|statistica|sanità|ricerca sociale|cultura|politica internazionale|beni culturali|pubblica istruzione|studi romani",
}
_TOPIC = {language: tuple(text.split("|")) for language, text in _TOPICS.items()}
_BODIES = {
    "en": "Ministry of|Department of|Institute for|Institute of|Centre for|Center for|Council for|Commission on|Committee on|Association for|Society for|Foundation for|Office of|Bureau of|Agency for|Federation of|Network for|National Institute of|National Council on|European Centre for|International Association for|American Society for|British Council for|World Federation of|Federal Office for|State Department of|Royal Commission on|Australian Institute of|Canadian Council on|U.S. Department of|United Nations Commission on",
    "de": "Bundesministerium für|Ministerium für|Institut für|Deutsches Institut für|Deutsche Gesellschaft für|Zentrum für|Landesamt für|Bundesamt für|Stiftung für|Arbeitskreis für|Verein für|Senatsverwaltung für|Akademie für|Forschungsstelle für|Bundeszentrale für|Sachverständigenrat für|Landeszentrale für|Gesellschaft für|Landesinstitut für|Staatsinstitut für|Beirat für",
    "fr": "Ministère de|Institut national de|Conseil national de|Centre de|Observatoire de|Société française de|Comité de",
    "es": "Ministerio de|Instituto Nacional de|Centro de|Consejo Nacional de|Fundación para",
    "it": "Ministero di|Istituto nazionale di|Centro studi di|Società italiana di|Istituto per",
}
_BODY = {language: tuple(text.split("|")) for language, text in _BODIES.items()}
_ALONE = (
    "Deutscher Industrie- und Handelskammertag|Bundesverband deutscher Banken|Deutscher Städtetag|Deutscher Gewerkschaftsbund|IG Metall|Europäische Kommission|Kommission der Europäischen Gemeinschaften|Bundesregierung|Deutscher Caritasverband|Europäisches Parlament|Rat der Europäischen Union|Bertelsmann Stiftung|Heinrich-Böll-Stiftung|Robert Bosch Stiftung|Konrad-Adenauer-Stiftung|Bündnis 90/Die Grünen|"
    "International Labour Organization|International Organization for Migration|Council of Europe|European Parliament|World Trade Organization|UNDP|UNHCR|Human Rights Watch|Pew Research Center|RAND Corporation|Ford Foundation|Rockefeller Foundation|National Research Council|National Science Foundation|Transparency International|Freedom House|US Bureau of the Census|House of Commons|Home Office|U.S. Congress|Microsoft Corporation|Deutsche Bank|SPSS Inc.|StataCorp|R Core Team|"
    "Commission européenne|Assemblée nationale|Cour des comptes|Comunidad de Madrid|Regione Toscana|Banca d’Italia|Banco de España|Presidência da República|American Psychiatric Association|American Educational Research Association|The Cochrane Collaboration|British Medical Association"
).split("|")
_CONSONANTS = "BCDFGHIKLMNOPRSTVWZ"


def acronym(rng: random.Random) -> str:
    """Return three to five capitals: "BMFS"."""
    return "".join(rng.choice(_CONSONANTS + "AEU") for _ in range(rng.choice((3, 3, 4, 4, 5))))


def organisation(rng: random.Random, language: str) -> str:
    """Return the name of a body that writes or edits: "Bundesamt für Statistik (BFS)"."""
    if rng.random() < 0.25:
        return rng.choice(_ALONE)
    language = language if language in _BODY else "en"
    topic = rng.choice(_TOPIC[language])
    if language == "en" and rng.random() < 0.3:
        topic += " and " + rng.choice(_TOPIC[language])
    name = f"{rng.choice(_BODY[language])} {topic}"
    chance = rng.random()
    if chance < 0.2:
        name += f" ({acronym(rng)})"
    elif chance < 0.28:
        name = f"{acronym(rng)} {rng.choice(('–', '-', '('))} {name}"
        name += ")" if "(" in name else ""
    elif chance < 0.34 and language == "en":
        name += rng.choice((" (US)", " (Canada)", ", United States", " of Victoria", " UK"))
    return name


def plain_organisation(rng: random.Random) -> str:
    """Return the English name of a body and no more: "Institute for Labour"."""
    return f"{rng.choice(_BODY['en'])} {rng.choice(_TOPIC['en'])}"


_FEMININE = "Gesellschaft Familie Moderne Politik Kultur Demokratie Jugend Arbeit Bildung Stadt Migration Globalisierung Öffentlichkeit Wissenschaft Gewalt Armut Integration Wirtschaft Religion Sprache Kindheit Ehe Partizipation Geschichte Erziehung Schule Verwaltung Identität Verfassung Kirche Technik Literatur Macht Freiheit Gerechtigkeit Gleichheit Sozialisation Mobilität Biographie Wahrnehmung Erinnerung Freundschaft Forschung Region Solidarität Bevölkerung Musik Gesundheit Pflege Planung Vernunft Institution Nation Revolution Kommunikation Marktwirtschaft Sozialpolitik Pädagogik Weiterbildung Umwelt".split()
_OTHERS = "Wandel/Wandels Staat/Staates Alltag/Alltags Markt/Marktes Krieg/Krieges Recht/Rechts Alter/Alters Wissen/Wissens Geschlecht/Geschlechts Raum/Raumes Bewusstsein/Bewusstseins Handeln/Handelns Betrieb/Betriebs Konflikt/Konflikts Mittelalter/Mittelalters Vertrauen/Vertrauens Subjekt/Subjekts Leben/Lebens Wohlfahrtsstaat/Wohlfahrtsstaats Internet/Internets Fernsehen/Fernsehens Risiko/Risikos Kapitalismus/Kapitalismus Nationalsozialismus/Nationalsozialismus Arbeitsmarkt/Arbeitsmarkts Sozialstaat/Sozialstaats Islam/Islam Theater/Theaters Krankenhaus/Krankenhauses Dorf/Dorfes Parlament/Parlaments Kind/Kindes".split()
_ADJECTIVES = "soziale neue moderne kritische politische empirische historische kulturelle europäische deutsche qualitative vergleichende öffentliche private ökonomische gesellschaftliche juristische mediale urbane ländliche weibliche berufliche religiöse bürgerliche globale regionale alternde multikulturelle".split()
_STUDIES = "Studie Untersuchung Analyse Einführung Bestandsaufnahme Fallstudie Annäherung Zwischenbilanz Streitschrift Diskursanalyse Längsschnittstudie Skizze".split()
_SECOND = (
    "Gesammelte Aufsätze|Ein Handbuch|Ein Lehrbuch|Ein Überblick|Analysen und Befunde|Texte und Kommentare|Eine Festschrift|Grundlagen und Anwendungen|Ergebnisse einer Befragung|Ein Reader|Materialien und Dokumente|Das Praxisbuch|Zwischenbericht|Abschlussbericht|Aufsätze und Vorträge|Daten und Fakten|Ziele – Projekte – Management|Festschrift zum 60. Geburtstag|Theorien, Methoden, Anwendungen|Bericht der Kommission|Anregungen für die Praxis|Vorlesungen|Interviews und Porträts|Tagungsband|Entwicklungen seit 1945|Deutschland und Frankreich im Vergleich|Zur Aktualität eines Klassikers|Das Buch|Ein Neubeginn|Das Praxishandbuch|Ein Essay|Das Material|Reden und Schriften|Dokumente|Eine Spurensuche|Die Bilanz"
).split("|")


def german_title(rng: random.Random) -> str:
    """Return a title as German books and papers have them: "Zur Soziologie der Arbeit. Eine empirische Studie"."""
    one, two = rng.sample(_FEMININE, 2)
    other, of_other = rng.choice(_OTHERS).split("/")
    adjective = rng.choice(_ADJECTIVES)
    main = rng.choice(
        (
            f"{one} und {two}", f"{one} im {other}", f"Zur {one} des {of_other}", f"Die {adjective} {one}",
            f"{one}, {two} und {other}", f"Theorie der {one}", f"{adjective.capitalize()} {one} und {other}",
            f"Wege zur {one}", f"{other} ohne {two}? Zur Zukunft der {one}", f"Über die {one} der {two}",
            f"Der {adjective}r {other}".replace("er ", "er ", 1) if other in ("Wandel", "Staat", "Alltag", "Markt", "Krieg") else f"Das Ende der {one}",
            f"{one}ssoziologie" if one.endswith(("ung", "tät", "ion", "schaft", "heit")) else f"{one}sforschung",
            f"Handbuch {one}", f"Einführung in die {one} des {of_other}", f"{one} in Deutschland {rng.randint(1900, 1990)}–{rng.randint(1991, 2015)}",
            f"Wie {adjective.rstrip('e')} ist die {one}?", f"Auf dem Weg zur {adjective}n {one}",
        )
    )  # fmt: skip
    chance = rng.random()
    if chance < 0.3:
        return main
    mark = rng.choice((". ", ". ", ". ", ": ", " – ", "? " if "?" not in main else ". "))
    if chance < 0.6:
        return f"{main}{mark}{rng.choice(_SECOND)}"
    if chance < 0.75:
        return f"{main}{mark}Eine {rng.choice(_ADJECTIVES)} {rng.choice(_STUDIES)}"
    three, four = rng.sample(_FEMININE, 2)
    return main + mark + rng.choice(
        (
            f"{rng.choice(_ADJECTIVES).capitalize()} Beiträge zur {three}", f"Texte zur {three} und {four}",
            f"Das Verhältnis von {three} und {four}", f"Zur {rng.choice(_ADJECTIVES)}n {three} der {four}",
            f"Perspektiven der {three}", f"Die {three} und ihre {four}", f"{three} als {four}",
            f"Die Bedeutung der {three} für die {four}", f"Studien zur {three}", f"Beiträge zur {three} der {four}",
            f"Einführung in die {rng.choice(_ADJECTIVES)} {three}", f"{three}, {four} und {other}", f"{one}, {three}, {four}", f"{three}, {four}", f"Studien zu {three} und {four}", f"Zur Theorie der {three}", f"Das Beispiel {rng.choice(('Berlin', 'Hessen', 'Österreich', 'Bayern', 'Ruhrgebiet'))}",
        )
    )  # fmt: skip


_NOUNS = "Mind Self Society Race Class Gender Power Knowledge Culture Identity Nation State Market Labour Work Family Democracy Religion Language Memory Violence Law Order Justice Freedom Inequality Poverty Migration Citizenship Education Youth Age Body Science Media Politics Policy Economy Capitalism Communism Europe Globalization Tradition Modernity Theory Practice Method History Discourse Community Networks Institutions Organizations Transition Welfare Health Risk Trust Values Change Conflict War Peace Space City Nature Technology Art Music Literature Film".split()
_OF = "Sociology Politics Economics Making End Rise Future Limits Meaning Structure Logic Study Culture Theory Origins Transformation Idea Decline Age Art Problem Psychology Ethics Uses Discovery Invention".split()


def english_title(rng: random.Random) -> str:
    """Return a title as books have them: "Mind, Self, and Society", "The End of Work. A Comparative Study"."""
    a, b, c, d = rng.sample(_NOUNS, 4)
    main = rng.choice(
        (
            f"{a}, {b}, and {c}", f"{a} and {b}", f"The {rng.choice(_OF)} of {a}", f"{a}", f"{a}, {b} and {c}", f"{a} in Transition",
            f"{a} without {b}", f"Rethinking {a}", f"The {a} of {b}", f"{a} Matters", f"Beyond {a}", f"{a} and the {b} of {c}",
            f"What is {a}?", f"Comparative {a}", f"{a} in Contemporary {b}", f"Handbook of {a} and {b}",
        )
    )  # fmt: skip
    if rng.random() < 0.35:
        return main
    mark = rng.choice((": ", ". ", ". ", " – ")) if not main.endswith("?") else " "
    return main + mark + rng.choice(
        (
            f"{c}, {d} and {a}", f"{c} and {d} in Europe", f"The {rng.choice(_OF)} of {d}", "A Comparative Study", "An Introduction",
            f"Essays on {d}", f"Theory, {c} and {d}", f"The Case of {rng.choice(('Germany', 'Denmark', 'Poland', 'Chile', 'India'))}",
            f"{d} at the Crossroads", f"From {c} to {d}", f"{c}, {d}, and the {rng.choice(_OF)} of {b}", f"Studies in {d}", "A Reader",
            f"Perspectives on {c} and {d}", f"{d} and {c} since 1945", "Evidence from Panel Data", f"Past, Present, and Future of {d}", f"{c}, {d}", f"A {c} of {d}", f"The {c} and {d} of {a}",
        )
    )  # fmt: skip


def meeting(rng: random.Random) -> str:
    """Return where a paper was read: "Paper presented at the Annual Meeting of the Society for Trade"."""
    body, topic, other = organisation(rng, "en"), *rng.sample(_TOPIC["en"], 2)
    german = rng.choice(_TOPIC["de"])
    return rng.choice(
        (
            f"Paper presented at the Annual Meeting of the {body}", f"Paper presented at the {rng.randint(3, 40)}th Conference on {topic}",
            f"Paper presented at the International Conference on {topic} and {other}", f"Annual Meeting of the {body}",
            f"Poster presented at the European Conference on {topic}", f"Paper read at the Workshop “{topic} and {other}”",
            f"Vortrag auf der {rng.randint(2, 40)}. Jahrestagung der Deutschen Gesellschaft für {german}", f"Vortrag auf der Tagung „{german}“",
            f"Vortrag, {body} Conference", f"Presentation at the {body}", f"{rng.randint(2, 30)}th International Symposium on {topic}",
        )
    )  # fmt: skip


def series(rng: random.Random, language: str) -> str:
    """Return the name of a series: "Beiträge zur Jugendforschung", "ZKM Discussion Paper"."""
    if language == "de":
        name, other = rng.choice(_FEMININE), rng.choice(_FEMININE)
        return rng.choice(
            (
                f"Beiträge zur {name}", f"Schriften zur {name}", f"Studien zur {name}", f"Materialien zur {name}",
                f"Arbeiten zur {name} der {other}", f"Schriftenreihe des Instituts für {rng.choice(_TOPIC['de'])}",
                f"{acronym(rng)}-Arbeitspapier", f"{acronym(rng)}-Forschungsbericht", f"{acronym(rng)} Discussion Paper",
                f"Forschungs- und Sitzungsberichte der {acronym(rng)}", f"Arbeitsmaterialien der {acronym(rng)}",
                f"Reihe {name} und {other}", f"Bibliothek der {name}", f"Forschung {name}", f"Texte zur {name}",
                f"Berichte zur {name}", f"{acronym(rng)}-Dokumentation", f"Hefte des {acronym(rng)}", f"{name} und {other}",
            )
        )  # fmt: skip
    if language in ("fr", "it", "es"):
        topic = rng.choice(_TOPIC[language])
        return rng.choice(
            {
                "fr": (f"Cahiers de {topic}", f"Collection {topic}", f"Études de {topic}", f"Bibliothèque de {topic}"),
                "it": (f"Quaderni di {topic}", f"Studi di {topic}", f"Collana di {topic}", f"Biblioteca di {topic}"),
                "es": (f"Cuadernos de {topic}", f"Colección {topic}", f"Documentos de {topic}"),
            }[language]
        )  # fmt: skip
    topic = rng.choice(_TOPIC["en"])
    return rng.choice(
        (
            f"Studies in {topic}", f"{acronym(rng)} Working Paper", f"{acronym(rng)} Discussion Paper Series", f"{topic} Working Paper",
            f"{acronym(rng)} Technical Report", "Research Report", f"Advances in {topic}", f"Contributions to {topic}",
            f"{topic} Series", f"{acronym(rng)} Occasional Papers", f"Monographs in {topic}", f"Handbooks of {topic}",
            f"{acronym(rng)} Policy Brief", f"Perspectives on {topic}", f"{acronym(rng)} Research Memorandum", f"Topics in {topic}",
        )
    )  # fmt: skip


def publisher(rng: random.Random, family: str, other: str, place: str) -> str:
    """Return the name of a publishing house: "Verlag Neff", "University of Leeds Press"."""
    return rng.choice(
        (
            f"{family} Verlag", f"Verlag {family}", family, f"{family} & {other}", f"{family} Press", f"Éditions {family}",
            f"Editorial {family}", f"{family} Books", f"Presses universitaires de {place}", f"University of {place} Press",
            f"{place} University Press", f"{family} Publishers", f"{family}-Verlag", f"Edizioni {family}", f"{family} Editore",
            f"Librairie {family}", f"{family} und {other}", f"Casa {family}", f"{family} Publishing Company", f"{family} Academic",
            f"Universitätsverlag {place}", f"{family} et Cie",
        )
    )  # fmt: skip
