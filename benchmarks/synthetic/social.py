# ruff: noqa: E501 (lists of words)
"""English titles, series of reports, papers read and newspapers' dates as the social sciences have them."""

from __future__ import annotations

import random

from synthetic import composed

_THINGS = "Labour Markets|Welfare States|Political Parties|Social Capital|Immigrant Children|Trade Unions|Public Opinion|Social Movements|Higher Education|Family Policy|Regional Integration|Foreign Policy|Voting Behaviour|Income Inequality|Gender Roles|Ethnic Minorities|Civil Society|Collective Memory|Human Rights|Social Networks|Electoral Systems|Everyday Life|Survey Research|Media Use|Local Government|Religious Beliefs|Political Participation|Life Satisfaction|Social Mobility|Old Age|Economic Growth|National Identity|Public Administration|Party Systems|Democratic Transitions|Job Satisfaction|Childcare|Citizenship|Populism|Corruption|Secularization|Unemployment|Fertility|Housework|Divorce|Xenophobia|Trust|Poverty|Nationalism|Globalisation|Privatization|Decentralization|Accountability|Journalism|Television|Advertising|Consumption|Ethnography|Sampling|Interviewing|Measurement|Nonresponse|Federalism|Parliaments|Refugees|Diasporas|Borders|Security|Terrorism|Peacekeeping|Development Aid|Land Reform|Rural Poverty|Urban Renewal|Housing".split(
    "|"
)
_SMALL = "labour markets|welfare states|political parties|social capital|immigrant children|trade unions|public opinion|higher education|family policy|foreign policy|voting behaviour|income inequality|gender roles|ethnic minorities|civil society|social networks|everyday life|survey data|media use|life satisfaction|social mobility|economic growth|national identity|party systems|job satisfaction|childcare|citizenship|populism|corruption|secularization|unemployment|fertility|divorce|trust|poverty|nationalism|globalisation|television|consumption|nonresponse|federalism|refugees|borders|security|terrorism|development aid|urban renewal|housing".split(
    "|"
)
_PLACES = "Europe|Western Europe|Eastern Europe|Latin America|Africa|Sub-Saharan Africa|Asia|East Asia|Germany|East Germany|Britain|Great Britain|the United States|America|France|Poland|Russia|Post-Soviet Russia|China|Japan|India|Turkey|Spain|Sweden|the Netherlands|Hungary|Romania|Bulgaria|Ukraine|Central Asia|the Balkans|the Middle East|Israel|Egypt|South Africa|Kenya|Zimbabwe|Brazil|Mexico|Chile|Argentina|Canada|Australia|the European Union|OECD Countries|the Arab World|the Third World|Berlin|London|New York".split(
    "|"
)
_ADJECTIVES = "Comparative|Cross-National|Empirical|Social|Political|Cultural|Critical|Historical|Longitudinal|Sociological|Feminist|International|Theoretical|Quantitative|Qualitative|New|Modern|Postcolonial|Transnational|European".split(
    "|"
)
_STUDIES = "Study|Analysis|Perspective|Approach|Introduction|Survey|Overview|Assessment|Reader|Handbook|History|Review|Inquiry|Research Agenda|Framework|Test|Reappraisal".split(
    "|"
)


def _span(rng: random.Random) -> str:
    first = rng.randint(1789, 1990)
    return f"{first}{rng.choice(('-', '–'))}{first + rng.randint(3, 60)}"


def title(rng: random.Random) -> str:
    """Return a title with the commas, colons, years and questions of real ones."""
    a, b, c = rng.sample(_THINGS, 3)
    x, y, z = rng.sample(_SMALL, 3)
    where, other = rng.sample(_PLACES, 2)
    adjective, study = rng.choice(_ADJECTIVES), rng.choice(_STUDIES)
    main = rng.choice(
        (
            f"{a} and {b} in {where}", f"{a} in {where}", f"{a} in {where} and {other}", f"{a}, {b}, and {c}", f"{a}, {b} and {c} in {where}",
            f"{a} in {where}, {_span(rng)}", f"{a}", f"{a} and {b}", f"The {adjective} {study} of {a}", f"{adjective} {a}", f"The Politics of {a}",
            f"The Future of {a}", f"{a} under Pressure", f"{a} at Work", f"Why {a} Matter", f"Do {a} Matter for {b}?", f"Who Governs {a}?",
            f"Explaining {a}", f"Measuring {a}", f"From {a} to {b}", f"Between {a} and {b}", f"{a} Revisited", f"Making Sense of {a}",
            f"The Effects of {x} on {y} in {where}", f"Understanding {x} and {y}", f"The impact of {x} on {y}", f"How {x} shape {y}: evidence from {where}",
            f"{x.capitalize()} and {y} in {where}", f"{x.capitalize()}, {y} and {z}", f"Does {x} affect {y}?", f"The relationship between {x} and {y}",
            f"{x.capitalize()} in {where}, {_span(rng)}", f"On the measurement of {x}", f"Attitudes towards {x} in {where} and {other}",
        )
    )  # fmt: skip
    if rng.random() < 0.45:
        return main
    mark = " " if main[-1] == "?" else rng.choice((": ", ": ", ": ", ". ", ". ", " – ", " - "))
    return main + mark + rng.choice(
        (
            f"A {adjective} {study}", f"A {adjective.lower()} {study.lower()} of {x}", f"Evidence from {where}", f"The Case of {other}",
            f"{b}, {c} and the State", f"{b} and {c} in {other}", "Theory, Evidence, and Policy", "Past, Present, and Future", f"An {rng.choice(('Introduction', 'Overview', 'Assessment', 'Empirical Analysis'))}",
            f"Lessons from {where} and {other}", f"{other} in {adjective} Perspective", f"A Report on {b}", f"Essays on {x}, {y} and {z}", f"Results of a survey in {where}",
            f"{where}, {other} and {rng.choice(_PLACES)} Compared", f"The Role of {b}", f"Some {adjective} Reflections", "Problems and Prospects", f"A Multilevel Analysis of {rng.randint(12, 40)} Countries",
            "New Challenges, Old Answers?", f"What Do We Know about {x}?", f"{where}, {_span(rng)}", f"Trends since {rng.randint(1945, 2005)}", "Findings, Methods, and Open Questions",
        )
    )  # fmt: skip


_PAPERS = "Working Paper|Working Papers|Discussion Paper|Discussion Papers|Research Paper|Occasional Paper|Occasional Papers|Policy Paper|Policy Brief|Background Paper|Research Report|Technical Report|Briefing Paper|Issue Brief|Policy Research Working Paper|Research Memorandum|Staff Paper|Special Report|Country Report|Information Paper|Conference Paper|Methodology Report|Executive Memorandum|Position Paper|Evaluation Report|Annual Report|Working Paper Series|Discussion Paper Series|Data Brief|Research Note|Bulletin|Survey Report|Monograph Series|Research Series|Studies Series".split(
    "|"
)


def series(rng: random.Random) -> str:
    """Return the name of a series of reports: "CEPS Policy Brief", "Institute for Labour Working Paper"."""
    paper = rng.choice(_PAPERS)
    chance = rng.random()
    if chance < 0.24:
        return paper
    if chance < 0.28:
        kind = rng.choice(
            ("Report", "Final report", "Study", "Report prepared", "Paper prepared", "Background study")
        )
        return f"{kind} {rng.choice(('for', 'for', 'to'))} the {composed.plain_organisation(rng)}"
    if chance < 0.7:
        return f"{composed.acronym(rng)}{rng.choice(' ' * 6 + '-')}{paper}"
    if chance < 0.8:
        return f"{rng.choice(_THINGS)} {paper}"
    if chance < 0.9:
        return f"{composed.plain_organisation(rng)} {paper}"
    if chance < 0.95:
        return f"{paper} in {rng.choice(_THINGS)}"
    return f"{paper} on {rng.choice(_THINGS)}"


def series_number(rng: random.Random) -> str:
    """Return the number of a report."""
    chance = rng.random()
    if chance < 0.86:
        return str(rng.choice((rng.randint(1, 60), rng.randint(1, 400), rng.randint(400, 12000))))
    return f"{rng.choice(('DP', 'WP', 'w', 'E', 'A'))}{rng.randint(1, 9000)}"


def paper(rng: random.Random) -> str:
    """Return where a paper was read: "Paper prepared for the Annual Meeting of the Society for Trade"."""
    read = rng.choice(
        (
            "Paper presented at", "Paper presented at", "Paper presented at", "Paper prepared for", "Paper prepared for presentation at", "Paper delivered at",
            "Paper given at", "Presented at", "Presentation at", "Paper read at", "Keynote lecture at", "Poster presented at", "Paper submitted to", "Lecture given at",
        )
    )  # fmt: skip
    a, b = rng.sample(_THINGS, 2)
    where = rng.choice(_PLACES)
    year = rng.randint(1975, 2022)
    body = composed.plain_organisation(rng)
    event = rng.choice(
        (
            f"the {rng.choice(('annual meeting', 'Annual Meeting', 'annual conference', 'Annual Convention'))} of the {body}",
            f"the {year} {rng.choice(('annual meeting', 'Annual Meeting', 'meeting', 'Conference'))} of the {body}",
            f"the {rng.randint(3, 60)}th {rng.choice(('Annual Meeting', 'Annual Conference', 'Congress', 'World Congress'))} of the {body}",
            f"the conference “{a} and {b}”", f"the conference on {a} in {where}", f"the workshop on {a} and {b}", f"the {composed.acronym(rng)} {rng.choice(('Joint Sessions', 'General Conference', 'Annual Conference', 'Workshop', 'Conference'))}",
            f"the {composed.acronym(rng)} Conference on {a}", f"the International Conference on {a}", f"the {rng.randint(2, 30)}{rng.choice(('th', 'th', 'th', 'rd'))} European Conference on {a}",
            f"the World Congress of {rng.choice(('Sociology', 'Psychology', 'Political Science'))}",
        )
    )  # fmt: skip
    return f"{read} {event}"


_MONTHS = "January February March April May June July August September October November December".split()


def days(rng: random.Random) -> str:
    """Return when a meeting was: "2-5 September", "August 28–31"."""
    first = rng.randint(1, 26)
    last, month = first + rng.randint(1, 4), rng.choice(_MONTHS)
    dash = rng.choice("-–")
    return rng.choice(
        (f"{first}{dash}{last} {month}", f"{month} {first}{dash}{last}", month, f"{first} {month}")
    )


def unprinted(rng: random.Random) -> str:
    """Return what a paper is that was never printed: "Unpublished manuscript"."""
    return rng.choice(
        "Unpublished manuscript|unpublished manuscript|Unpublished paper|unpublished paper|Mimeo|mimeo|Manuscript|Unpublished report|Typescript|Draft|Working draft|Unpublished working paper|mimeographed|Unpublished data".split("|")
    )  # fmt: skip
