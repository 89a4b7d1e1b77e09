# ruff: noqa: E501 (one layout a line)
"""How references are laid out: one template a line, by kind of work.

``{field}`` is a field, ``<…>`` is left out when a field right inside it is missing, ``~`` is a blank or none.
Before the template stand the ways its names are printed (``name_lists``) and its weight.
"""

from __future__ import annotations

ARTICLE = r"""
inv 6 {author} ({date}). {title}. {container}<, {volume}<({issue})>><, {page}>.
inv 4 {author} ({date}) {title}. {container}< {volume}<({issue})>><:~{page}>.
inv 3 {author}, {date}. {title}. {container}<, {volume}<({issue})>><, pp. {page}>.
inv 3 {author}, {date}. {title}. {container}< {volume}><, {page}>.
inv 2 {author} {date}. {title}. {container}< {volume}<({issue})>><: {page}>.
inv 2 {author}. {title}. {container}<, {volume}<({issue})>><:{page}>, {date}.
inv 2 {author}. {title}. In {container}<, volume {volume}><, pages {page}>, {date}.
inv 2 {author} ({date}): {title}. In: {container}<, {volume}<, {issue}>><, {page}>.
inv 2 {author} ({date}), “{title}”, {container}<, Vol. {volume}<, No. {issue}>><, pp. {page}>.
inv 2 {author} ({date}), '{title}', {container}<, vol. {volume}<, no. {issue}>><, pp. {page}>.
inv 1 {author}, '{title}', {container}<, {volume}<({issue})>> ({date})<, pp. {page}>.
inv 2 {author}, {date}. "{title}". {container}<, vol. {volume}<({issue})>><, pages {page}>.
full 3 {author}. “{title}.” {container}< {volume}<, no. {issue}>> ({date})<: {page}>.
full 2 {author}. {date}. “{title}.” {container}< {volume}<({issue})>><: {page}>.
full 2 {author}. "{title}." {container}< {volume}<.{issue}>> ({date})<: {page}>. Print.
full 2 {author}, «~{title}~», {container}<, vol. {volume}<, n° {issue}>>, {date}<, p. {page}>.
full 1 {author}, « {title} », {container}<, {volume}</{issue}>>, {date}<, pp. {page}>.
full 1 {author}, {title}, in «{container}»<, {volume}> ({date})<, pp. {page}>.
full 1 {author}, «{title}», {container}<, {volume}<, {issue}>>, {date}<, pp. {page}>.
de 3 {author} ({date}): {title}. In: {container}< {volume}<({issue})>><: {page}>.
de 3 {author} ({date}): {title}, in: {container}< {volume}<, H. {issue}>><, S. {page}>.
de 2 {author} ({date}): {title}. In: {container}<, Jg. {volume}<, H. {issue}>><, S. {page}>.
de 2 {author}, {date}: {title}. {container}< {volume}><: {page}>.
de 2 {author} {date}: {title}, in: {container}< {volume}><, {page}>.
de 1 {author} ({date}): „{title}“. In: {container}< {volume}<, Heft {issue}>><, S. {page}>.
de 1 {author}: {title}. In: {container}< {volume}> ({date})<, H. {issue}><, S. {page}>.
de 1 {author}, {title}, in: {container}< {volume}> ({date})<, S. {page}>.
de 1 {author} ({date}), {title}, {container}<, {volume}. Jg.<, Nr. {issue}>><, S. {page}>.
de 1 {author} ({date}): {title}, in: {container} (Jg. {volume})<, {page}>.
de 1 {author} ({date}): {title}. In: {container}. Heft {issue} ({date})<, S. {page}>.
de 1 {author} ({date}): {title}. In: {container} {issue}/{date}<, S. {page}>.
de 1 {author}, {title}, in: {container} {issue}/{date}<, S. {page}>.
de 1 {author} ({date}): {title}. In: {container} {date}<, {page}>.
inv 1 {author} ({date}). {title}. {container}.
inv 1 {author} ({date}) {title}, in: {container}<, {volume}<, {issue}>><, {page}>.
dir 4 {author}, “{title},” {container}<, vol. {volume}<, no. {issue}>><, pp. {page}>, {date}.
dir 3 {author}, "{title}," {container}< {volume}<({issue})>><, {page}> ({date}).
dir 3 {author}, {title}, {container}< {volume}> ({date})< {page}>.
dir 2 {author}, {title}, {container}<, {volume}<({issue})>><:{page}>, {date}.
dir 2 {author}. {title}. {container}<, {volume}<({issue})>><:{page}>, {date}.
dir 2 {author}. {title}. {container}< {volume}><, {page}> ({date}).
dir 2 {author}: {title}. {container}< {volume}><, {page}> ({date})
dir 1 {author} ({date}) {title}, {container}< {volume}><, {page}>
vanc 6 {author}. {title}. {container}. {date}<;~{volume}<({issue})>><:~{page}>.
vanc 3 {author}: {title}. {container}< {volume}><:{page}>, {date}.
vanc 3 {author} ({date}) {title}. {container}< {volume}<({issue})>><:~{page}>.
vanc 2 {author}. {date}. {title}. {container}< {volume}><:{page}>.
vanc 2 {author} {date} {title} {container}< {volume}>< {page}>
vanc 2 {author}. {title}. {container} {date};< {volume}><: {page}>.
vanc 1 {author}, {title}, {container}, {date}<, {volume}<, {issue}>><, {page}>.
vanc 1 {author}: {title}. {container} {date}<, {volume}><:{page}>.
vanc 1 {author} ({date}) {title}. {container}<, vol {volume}<, no {issue}>><, pp {page}>
apa 1 {date}. {author}. {title}. {container}<, {volume}><, {page}>.
dir 1 {author} {title} {container}<, {volume}> ({date})<, pp. {page}>
inv 1 {author} ({date}) “{title}”, {container}<, vol. {volume}<, issue {issue}>><, pp. {page}>.
full 2 {author}. “{title}.” {container}<, vol. {volume}<, issue {issue}>>, {date}<, pp. {page}>.
full 1 {author}, “{title},” {container}<, Vol. {volume}<, No. {issue}>> ({date})<, pp. {page}>.
inv 1 {author} ({date}). {title}. {container}<, Volume {volume}<, Issue {issue}>><, pages {page}>.
inv 1 {author} ({date}): {title}, in: {container}, {place}, {volume}<, {issue}><, S. {page}>.
inv 1 {author}, {date}. {title}. {container}, {place}, {volume}<: {page}>.
full 1 {author}, « {title} », {container}, {place}, {volume}, {date}<, p. {page}>.
inv 1 {author} ({date}). {title}. {container}, in press.
vanc 1 {author}. {title} (In French). {container} {date};{volume}<:{page}>.
inv 1 {author} ({date}). {title} [in German]. {container}, {volume}<, {page}>.
inv 1 {author} ({date}): {title}. {container}, {volume}. Jg., Heft {issue}<, {page}>.
short-semi 2 {author} {title}. {container} {date}<, {volume}<({issue})>><, {page}>.
short-semi 1 {author}. {title}. {container}. {date}<;{volume}<({issue})>><:{page}>.
vanc 2 {author}: {title}. {container} {date}<, {volume}<({issue})>><:{page}>.
full 1 {author}, {title}, {volume} {container} {page} ({date}).
full 1 {author}, “{title},” {volume} {container} {page} ({date}).
inv 1 {author}, {date}, {title}: {container}, v. {volume}<, no. {issue}><, p. {page}>.
none 1 {title}. ({date}). {container}<, {volume}<({issue})>><, {page}>.
none 1 {title}. {container}. {date}<;{volume}<({issue})>><:{page}>.
"""
PHYSICS = r"""
physics 6 {author}, {container}< {volume}><, {page}> ({date}).
physics 4 {author}, {container}< {volume}> ({date})~{page}.
physics2 3 {author}, {container}< {volume}> ({date})< {page}>;
ieee 3 {author}, {container}<, {volume}>< ({date})><, {page}>.
ieee2 2 {author}: {container}< {volume}>< ({date})>< {page}>
physics 2 {author}, {container} {date}<, {volume}><, {page}>.
points-after 2 {author}, {date}, {container}<, {volume}><, {page}>
apa2 3 {author} {date}, {container}<, {volume}><, {page}>
vancouver 1 {author} {date} {container}< {volume}>< {page}>
physics2 2 {author}, {container}<, {volume}<({issue})>><, {page}>, {date}
physics 1 {author}. {container}<. {volume}><:{page}>, {date}
physics 1 {author}, {container}< {volume}>< no. {issue},> ({date}) {page},
physics2 1 {container}< {volume}> ({date})< {page}>
physics 1 {container}< {volume}><, {page}> ({date})
physics 1 {author}, {container}< {volume}> ({date})<, no. {issue}>< {page}>
tight 1 {author} {container}, {volume} ({date}){page}
physics 1 {author} {container}< {volume}> ({date})< {page}>.
tight 1 {author}, {container}<{volume}>({date})<{page}>.
physics 1 {author} {arxiv} ({date}).
physics 1 {author}, {title}, {arxiv}.
physics 1 {author}, {title}, {container}<{volume}>({date})<{page}>
short-semi 4 {author} {container} {date}<, {volume}><, {page}>.
short-semi 1 {author} {container} {date}.
short-semi 1 {author} {container} {date}, {volume}.
short-semi 1 {container} {date}<, {volume}><, {page}>.
physics 2 {author}, {container}, {date}<, {volume}><, {page}>.
vancouver 1 {author}. {container} {date}<;{volume}><:{page}>.
vancouver 1 {author}. {container}<. {volume}><:{page}>, {date}.
commas 1 {author} ({date}). {container}<, {volume}><, {page}>.
commas 1 {author} ({date}) {container}<, {volume}><: {page}>.
"""
CHAPTER = r"""
inv 5 {author} ({date}). {title}. In {editor|dir} (Eds.), {container}< (pp. {page})>. {place}: {publisher}.
inv 2 {author} ({date}). {title}. In {editor|dir} (Ed.), {container}<, {page}>. {publisher}.
inv 2 {author} ({date}) {title}. In: {editor|inv} (eds) {container}. {publisher}, {place}<, pp {page}>
inv 2 {author}, {date}. {title}. In: {editor|inv} (Eds.), {container}. {publisher}, {place}<, pp. {page}>.
inv 2 {author}. {title}. In {editor|dir}, editors, {container}<, pages {page}>. {publisher}, {date}.
inv 2 {author} ({date}), ‘{title}’, in {editor|dir} (eds), {container}, {place}: {publisher}<, pp. {page}>.
inv 1 {author}, {date}, “{title}”, in {editor|dir} (ed.), {container}, {publisher}, {place}<, {page}>.
full 2 {author}. “{title}.” In {container}, edited by {editor|direct-full}<, {page}>. {place}: {publisher}, {date}.
full 2 {author}. {date}. “{title}.” In {container}, ed. {editor|direct-full}<, {page}>. {place}: {publisher}.
full 1 {author}. "{title}." {container}. Ed. {editor|direct-full}. {place}: {publisher}, {date}<. {page}>.
full 2 {author}, « {title} », dans {editor|direct-full} (dir.), {container}, {place}, {publisher}, {date}<, p. {page}>.
full 2 {author}, « {title} », in {editor|direct-full} (éd.), {container}, {place}: {publisher}, {date}<, pp. {page}>.
full 1 {author}, «{title}», in {editor|direct-full} (a cura di), {container}, {publisher}, {place} {date}<, pp. {page}>.
full 1 {author}, {title}, in {editor|direct-full} (a cura di), {container}, {place}, {publisher}, {date}<, pp. {page}>.
full 1 {author} ({date}). “{title}”, en {editor|direct-full} (coords.), {container}, {place}, {publisher}<, pp. {page}>.
full 1 {author} ({date}). {title}. In: {editor|caps} (Org.). {container}. {place}: {publisher}<, p. {page}>.
de 5 {author} ({date}): {title}. In: {editor|de} (Hrsg.): {container}. {place}: {publisher}<, S. {page}>.
de 4 {author} ({date}): {title}, in: {editor|de} (Hg.), {container}, {place}<, {page}>.
de 3 {author} ({date}): {title}. In: {editor|de} (Hg.): {container}. {place}<, S. {page}>.
de 3 {author}, {date}: {title}. S. {page} in: {editor|de} (Hrsg.), {container}. {place}: {publisher}.
de 3 {author} {date}: {title}, in: {editor|de} (Hrsg.): {container}, {place}<, {page}>.
de 2 {author} ({date}): {title}, in: {editor|de}, {container}, {place}: {publisher}<, S. {page}>.
de 2 {author}: {title}. In: {editor|de} (Hg.): {container}. {place} {date}<, S. {page}>.
de 1 {author}: {title}, in: {editor|de} (eds.): {container}. {place} {date}<, {page}>.
de 1 {author}, {title}, in: {editor|direct-slash} (Hrsg.), {container}, {place} {date}<, S. {page}>
de 1 {author} ({date}): „{title}“, in: {editor|de} (Hrsg.): {container}. {place}: {publisher}<, {page}>.
de 1 {author} ({date}): {title}. In: {editor|de} (Hg.) ({date}): {container}. {publisher}: {place}<: {page}>.
de 1 {author} ({date}): {title}. In: {container}. Hrsg. von {editor|direct-full}. {place}: {publisher}<, {page}>.
de 1 {author} ({date}), »{title}«, in: {editor|full-slash} (Hg.), {container}, {place}<, S. {page}>.
vanc 3 {author}. {title}. In: {editor|vancouver}, editors. {container}. {place}: {publisher}; {date}<. p. {page}>.
vanc 2 {author} ({date}) {title}. In {editor|vanc} (eds.) {container}<, pp. {page}>. {publisher}, {place}.
dir 2 {author}, “{title},” in {container}, edited by {editor|dir} ({publisher}, {place}, {date})<, pp. {page}>.
dir 2 {author}, in {container}, edited by {editor|dir} ({publisher}, {place}, {date})<, p. {page}>.
dir 2 {author}, {title}, in: {editor|dir} (Eds.), {container}, {publisher}, {place}, {date}<, pp. {page}>.
dir 1 {author}, “{title},” in {container}<, vol. {volume}>, {place}: {publisher}, {date}<, pp. {page}>.
inv 2 {author} ({date}) '{title}', pp. {page} in {editor|dir} (eds.) {container}. {place}: {publisher}.
inv 1 {author} {date}. {title}. Pp. {page} in {container}, edited by {editor|dir}. {place}: {publisher}.
inv 1 {author} ({date}). {title}. In {editor|dir} (Hrsg.), {container}< (S. {page})>. {place}: {publisher}.
inv 2 {author}, {date}. {title}, in: {editor|dir} (Eds.), {container}. {publisher}, {place}<, pp. {page}>.
inv 2 {author} ({date}): {title}, in: {editor|inv} (eds.): {container}, {place}: {publisher}<, {page}>.
inv 2 {author} ({date}): {title}. In: {editor|short-semi} (Eds.): {container}. {place}<, {page}>.
inv 1 {author}: {title}, in: {editor|inv} (eds.): {container}. {place} {date}<, pp. {page}>.
inv 1 {author} ({date}). {title}. In {editor|dir}, {container}< (pp. {page})>. {place}: {publisher}.
inv 1 {author} ({date}). {title}. In {container}<, ed. {editor|dir}><, {page}>. {place}: {publisher}.
inv 1 {author} ({date}). {title}. In {container} (pp. {page}). {place}: {publisher}.
de 2 {author} ({date}): {title}. In: {container}. {place}: {publisher}<, S. {page}>.
de 2 {author} ({date}): {title}. In: {container}. {place}<, S. {page}>.
de 1 {author}: {title}. In: {container}. {place} {date}<, S. {page}>.
de 1 {author} ({date}), {title}, in: {container}, {place}<, {page}>.
de 1 {author} ({date}): {title}. In: ders. (Hrsg.): {container}. {place}: {publisher}<, S. {page}>.
de 1 {author} ({date}): {title}, in: Dies., {container}, {place}<, S. {page}>.
de 1 {author}: {title}. – In: {editor|de} [Hrsg.]: {container}. – {place}: {publisher} {date}<, S. {page}>
full 1 {author}. “{title}.” {container}. {place}: {publisher}, {date}. {page}.
full 1 {author}, {title}, {container}, {place}, {date}, {page}.
full 1 {author}, {title}, in {container}, {place} {date}, pp. {page}.
full 1 {author}, “{title},” in {container}, ed. {editor|direct-full} ({place}: {publisher}, {date})<, {page}>.
full 1 {author}, ‘{title}’, in {container}, ed. by {editor|direct-full} ({place}: {publisher}, {date})<, pp. {page}>.
paren 1 {author}, « {title} », in {editor|paren} (dir.), {container}, {place}, {publisher}, {date}<, p. {page}>.
paren 1 {author}, {title}, dans {container}, {place}, {date}<, p. {page}>.
de 1 {author} ({date}): {title}. In: {editor|de}: {container}. {place}<, S. {page}>.
de 1 {author} ({date}): {title}. In: {editor|de} ({date}): {container}. {place}: {publisher}<, S. {page}>.
de 1 {author} ({date}): {title}, in: ders. (Hg.): {container}, {place}<, {page}>.
full 1 {author}: „{title}“, in: ders. (Hrsg.): „{container}“, {place} {date}<, S. {page}>.
de 1 {author}: {title}. In: ders./{editor|de} (Hg.): {container}. {place} {date}<, S. {page}>
inv 1 {author} ({date}). {title}. In: {editor|inv} (Eds.): {container}. – {place}<, pp. {page}>.
de 1 {author}: {title}. - In: {editor|de} (Hrsg.): {container}. - {publisher} ({place}), {date}<, S. {page}>
inv 2 {author} ({date}). {title}. {container}, {page}.
inv 1 {author}, {date}. {title}. {container}, pp. {page}.
"""
PROCEEDINGS = r"""
inv 3 {author}. {title}. In {container}<, pages {page}>, {date}.
inv 2 {author} ({date}). {title}. In {container}<, pp. {page}>.
dir 4 {author}. {title}. In {container}<, pages {page}>, {date}.
dir 3 {author}, “{title},” in {container}<, {date}><, pp. {page}>.
dir 2 {author}, {title}, in: {container}<, {date}><, pp. {page}>.
dir 2 {author}. {date}. {title}. In {container}<, pages {page}><. {publisher}>.
inv 1 {author}: {title}. In: {container}<, pp. {page}><. {publisher}, {place}> ({date})
dir 1 {author}. {title}. {container}<, pp. {page}>, {place}, {date}.
inv 2 {author} {date}. {title}. In {container}<. {publisher}, {place}><, {page}>.
inv 1 {author} ({date}) {title}. Paper presented at the {container}, {place}.
inv 1 {author} ({date}). {title}. {meeting}, {place}.
inv 1 {author}, {date}. {title}. {meeting}, {place}.
de 1 {author} ({date}): {title}. {meeting}, {place}.
full 1 {author}. “{title}.” {meeting}, {place}, {date}.
inv 1 {author} ({date}). {title}. {container}<, {page}>.
inv 1 {author}, {date}. {title}. {container}<, pp. {page}>.
short-semi 1 {author} {title}. In {container}; {date}<; pp {page}>.
"""
BOOK = r"""
inv 2 {author} ({date}). {title}. {publisher}: {place}.
de 1 {author} ({date}): {title}. {publisher}: {place}.
dir 1 {author}, {title}, {publisher}: {place}, {date}.
full 1 {author}. {title}. {edition} {place}: {publisher}, {date}.
de 1 {author} ({date}): {title}. Aus dem {tongue} von {translator|direct-full}. {place}: {publisher}.
full 1 {author}. {title}. Translated by {translator|direct-full}. {place}: {publisher}, {date}.
full 1 {author}, {title}, trad. {translator|direct-full}, {place}, {publisher}, {date}.
inv 1 {author} ({date}). {title} ({translator|ieee}, Trans.). {place}: {publisher}.
de 2 {author}, {title}, {place}: {publisher} {date}.
de 1 {author}: {title}. {publisher}, {place} {date}
full 1 {author}, {title}, {place}, {date}.
full 1 {author}, {title}, {publisher}, {date}.
dir 1 {author}, {title}, {publisher}, {place}, {date}.
inv 5 {author} ({date}). {title}. {place}: {publisher}.
inv 3 {author} ({date}). {title}. {publisher}.
inv 3 {author} ({date}) {title}. {publisher}, {place}
inv 2 {author}, {date}. {title}. {publisher}, {place}.
inv 2 {author}. {title}. {publisher}, {place}, {date}.
inv 2 {author} ({date}), {title}, {place}: {publisher}.
inv 1 {author}, {title} ({place}: {publisher}, {date}).
inv 2 {author} ({date}). {title}< ({edition})>. {place}: {publisher}.
inv 1 {author} ({date}). {title} (Vol. {volume}). {place}: {publisher}.
full 3 {author}. {title}. {place}: {publisher}, {date}.
full 2 {author}. {date}. {title}. {place}: {publisher}.
full 2 {author}, {title}, {place}, {publisher}, {date}.
full 2 {author}, {title}, {publisher}, {place}, {date}<, {extent}>.
full 1 {author}, {title}, {publisher}, {place} {date}.
full 1 {author}. {title}. {place} : {publisher}, {date}<. {extent}>.
full 1 {author}. {title}<. {edition}>. {place}: {publisher}, {date}.
de 5 {author} ({date}): {title}. {place}: {publisher}.
de 4 {author} ({date}): {title}, {place}.
de 3 {author} ({date}): {title}. {place}.
de 3 {author}, {date}: {title}. {place}: {publisher}.
de 2 {author} {date}: {title}, {place}: {publisher}.
de 2 {author}: {title}. {place} {date}.
de 2 {author}, {title}, {place} {date}.
de 2 {author} ({date}): {title}<. {edition}>, {place}: {publisher}.
de 2 {author} (Hrsg.) ({date}): {title}. {place}: {publisher}.
de 2 {author} (Hg.) ({date}): {title}, {place}.
de 1 {author} (Hrsg.): {title}. {publisher}, {place} {date}.
de 1 {author}, {date}: {title}, {place}
de 1 {author} ({date}): {title}, Bd. {volume}, {place}.
inv 2 {author} (Eds.) ({date}). {title}. {place}: {publisher}.
inv 1 {author} (eds.), {title}, {place}: {publisher}, {date}.
dir 2 {author}, {title} ({publisher}, {place}, {date}).
dir 2 {author}, {title}<, {edition}>. {place}: {publisher}, {date}.
dir 1 {author}: {title}. {publisher}, {place} ({date})
dir 1 {author}, {title}, {publisher} ({date}).
vanc 2 {author}. {title}<. {edition}>. {place}: {publisher}; {date}.
vanc 1 {author} ({date}) {title}. {publisher}, {place}
full 1 {title}. {place}: {publisher}, {date}.
de 4 {author} ({date}), {title}, {place}.
de 2 {author} ({date}), {title}, {place}: {publisher}.
de 1 {author} [Hrsg.]: {title}. {place} {date}
de 1 {author} [Hrsg.]: {title}, {date}
org 1 {author} (Hrsg.): {title}. {place} {date}.
org 2 {author} (Hrsg.) ({date}): {title}. {place}: {publisher}.
org 1 {author} (Hg.): {title}, {date}
org 2 {author} ({date}): {title}. {place}.
org 2 {author} ({date}). {title}. {place}: {publisher}.
org 1 {author}. {date}. {title}. {place}: {publisher}.
org 1 {author}: {title}, {place} {date}.
de 1 {author} (Hg.), {title}, {place} {date}.
de 1 {author} (Hrsg.), {date}: {title}. {place}: {publisher}.
de 1 {author} ({date}), {edition}: {title}. {place}: {publisher}
de 1 {author}: {title}. – {publisher} ({place}), {date}
de 1 {author}: {title}. – {place}: {publisher} {date}
de 1 {author} ({date}): {title}. {edition}. {place}: {publisher}.
de 1 {author} ({date}): {title}. {place} ({edition}).
de 1 {author}, {title}, {place} {date}, S. {page}.
full 1 {author}, {title}, {place}, {publisher}, {date}, p. {page}.
full 1 {author}, {title} ({place}: {publisher}, {date}), {page}.
full 1 {author}, {title} ({place}, {date}), pp. {page}.
full 2 {author}, eds. {title}. {place}: {publisher}, {date}.
full 1 {author}, ed. {date}. {title}. {place}: {publisher}.
full 1 {author}, ed. {title}. {publisher}, {date}.
inv 1 {author} (eds.), {date}, {title}, {place}: {publisher}.
inv 1 {author} (Eds.), {title}. {publisher}, {place} ({date})
full 1 {author}, {title}. {place}, {publisher}, {date}.
full 1 {author} (dir.), {title}, {place}, {publisher}, {date}.
full 1 {author} (a cura di), {title}, {publisher}, {place} {date}.
full 1 {author}, {title}, {place} {date}.
full 2 {author}, {title}, {place}, {publisher}, {date}, {extent}.
full 1 {author}, {title}, {publisher}, {place}, {date}, {extent}
full 1 {author}. {title}. {place}, {publisher}, {date}. {extent}.
vanc 1 {author} ({date}) {title}. {publisher}, {place}. {extent}.
inv 1 {author}, {date}. {title}. {publisher}, {place}, {extent}.
inv 2 {author}, {date}. {title}. {publisher}, {place}.
paren 2 {author}, {title}, {place}, {date}.
paren 1 {author}, {title}, {place}, {publisher}, {date}, {extent}.
inv 1 {author}, {date}, {title}, {place}: {publisher}.
inv 1 {author} ({date}). {title}. {publisher}, {place}.
inv 2 {author} ({date}), {title}, {place}.
inv 1 {author} ({date}), {title}, {publisher}, {place}.
inv 1 {author} ({date}): {title}. {place}.
inv 1 {author} {date}. {title}. {place}: {publisher}.
inv 1 {author}. {date}. {title}. {publisher}, {place}.
inv 1 {author} ({date}): {title}. {place}, {publisher}.
inv 1 {author} {date}: {title}, {place}.
inv 1 {author} ({date}): {title}. {publisher}, {place}.
full 1 {author} ({date}): {title}, {place}.
inv 2 {author} {title}, {place}, {publisher}, {date}.
full 2 {author}. {title}. {edition} {place}: {publisher}, {date}<. {extent}>.
full 1 {author}. {title}, {edition}, {place}, {publisher}, {date}.
inv 1 {author} {title}. {place}: {publisher}, {date}.
inv 1 {author}, {title}, {place}, {publisher}, {date}.
org 1 {author}. {title}, {place}, {date}.
org 2 {author}, {title}, {place} {date}.
org 1 {author}: {title}, {date}.
org 1 {author}, {title}, {place}: {publisher}, {date}.
de 1 {author} ({date}): {title}. 2 Bde. {place}: {publisher}.
de 1 {author} ({date}): {title}. Herausgegeben von {editor|direct-full}. {place}: {publisher}.
de 1 {author} ({date}): {title}. Hrsg. v. {editor|direct-full}. {edition} {place}: {publisher}.
full 1 {author}. {title}. Edited by {editor|direct-full}. {place}: {publisher}, {date}.
full 1 {author}, {title}, a cura di {editor|direct-full}, {place}, {publisher}, {date}.
full 1 {author} (ed.), {title}, {place} {date} (rist. {place} 1965).
inv 1 {author} ({date}). {title}. {place}: {publisher}. (Original work published 1934)
none 1 {title}, {place} {date}.
none 1 {title}. {place}: {publisher}, {date}.
"""
SERIES = r"""
de 2 {author} ({date}): {title}. {series} {volume}. {publisher}, {place}.
dir 1 {author}, {title}, {series} No. {volume} ({publisher}, {date}).
de 3 {author} ({date}): {title}. {series} Nr. {volume}. {place}.
de 2 {author} ({date}): {title}, {series} {volume}, {place}.
de 2 {author} ({date}): {title}. {series}, Nr. {volume}. {place}: {publisher}.
de 1 {author} ({date}): „{title}“, {series} Nr. {volume}, {place}.
inv 3 {author} ({date}). {title}. {series} No. {volume}. {place}: {publisher}.
inv 2 {author} ({date}). {title} ({series} No. {volume}). {place}: {publisher}.
inv 2 {author}. {title}. {series} {volume}, {publisher}, {date}.
full 2 {author}. {date}. “{title}.” {series} {volume}, {publisher}, {place}.
dir 2 {author}. {title}. {series} {volume}, {publisher}, {place}, {date}.
de 2 {author} ({date}): {title}. {series}, Bd. {volume}. {place}: {publisher}.
de 2 {author} ({date}): {title} ({series}, Bd. {volume}). {place}: {publisher}.
de 1 {author} ({date}): {title}. {series}, Band {volume}. {place}.
de 1 {author} ({date}): {title}. = {series} {volume}. {place}.
de 1 {author}: {title}. {series}, H. {volume}, {place} {date}.
de 1 {author} ({date}): {title}. {series} {volume}/{date}. {place}.
de 1 {author} ({date}): {title}. {place}: {publisher} ({series} Nr. {volume}).
de 1 {author} ({date}): {title}. {place}: {publisher} (= {series}, {volume}).
de 1 {author} ({date}), {title}, {place}: {publisher} ({series}, {volume}).
org 1 {author} ({date}): {title}. {series} {volume}. {place}.
org 1 {author} ({date}). {title}. {series} No. {volume}. {place}: {publisher}.
inv 2 {author} ({date}). {title}. {series}, {volume}. {place}: {publisher}.
inv 1 {author} ({date}), {title}, {series} {volume}, {publisher}, {place}.
inv 1 {author} ({date}), “{title}”, {series}, No. {volume}, {place}: {publisher}.
full 1 {author}. {title}. {series} {volume}. {place}: {publisher}, {date}.
full 1 {author}. {date}. {title} ({series} {volume}). {place}: {publisher}.
full 1 {author}, {title}, {place}, {publisher}, «{series}», {date}.
full 1 {author}, {title} ({series}, {volume}), {place}, {date}.
de 1 {author} ({date}): {title}. {series}. {place}: {publisher}.
de 1 {author} ({date}): {title} ({series}). {place}: {publisher}.
inv 1 {author} ({date}). {title}. {series}. {place}: {publisher}.
inv 1 {author} ({date}). {title}. {place}: {publisher} ({series}).
full 1 {author}. {title}. {series}. {place}: {publisher}, {date}.
"""
THESIS = r"""
inv 3 {author} ({date}). {title} ({genre}). {publisher}, {place}.
inv 2 {author} ({date}). {title}. {genre}, {publisher}.
inv 2 {author}. {title}. {genre}, {publisher}, {date}.
full 2 {author}. “{title}.” {genre}, {publisher}, {date}.
full 1 {author}, {title}, {genre}, {publisher}, {date}.
dir 2 {author}. {title}. {genre}, {publisher}, {place}, {date}.
dir 2 {author}, {genre}, {publisher}, {date}.
de 1 {author}: {title}, {genre}, {publisher}, {date}
de 1 {author} ({date}): {title}. {genre} an der {publisher}.
org 1 {author} ({date}): {title}. {genre}. {place}: {publisher}.
de 2 {author} ({date}): {title}. {genre}, {publisher}.
vanc 1 {author}. {title} [{genre}]. {place}: {publisher}; {date}.
inv 1 {author} ({date}). {title}. {publisher}: {genre}.
inv 1 {author}, {date}. {title}. {genre}. {publisher}, {place}.
full 1 {author}, {title}, {genre} de {publisher}, {date}.
vanc 1 {author} {date} {title} {genre} {publisher}
full 1 {author}. {title}. {genre}. {place}: {publisher}, {date}.
de 1 {author} ({date}): {title}. {place} ({genre}, {publisher}).
"""
NEWS = r"""
full 2 {author}: {title}, in: {container}, {fulldate}<, S. {page}>.
full 2 {author}, “{title},” {container}, {fulldate}<, {page}>.
full 1 {author}. “{title}.” {container}, {fulldate}.
full 1 {author}. {date}. “{title}.” {container}, {day}<, p. {page}>.
inv 1 {author} ({date}): {title}, {container}, {fulldate}.
inv 1 {author} {date}: {title}, in: {container}, {fulldate}<, {page}>.
inv 1 {author} ({date}): {title}. {container} {fulldate}<, p. {page}>.
inv 2 {author} ({date}, {day}). {title}. {container}<, p. {page}>.
de 1 {author} ({date}): {title}. In: {container}, {fulldate}.
de 2 {author} ({date}): {title}. In: {container} vom {fulldate}<, S. {page}>.
de 1 {author}: {title}. In: {container} vom {fulldate}.
de 1 {author} ({date}): {title}, {container}, {fulldate}<, S. {page}>.
inv 1 {author} ({date}) ‘{title}’, {container}, {day}<, p. {page}>.
none 1 {title}, in: {container}, {fulldate}<, S. {page}>.
none 1 “{title},” {container}, {fulldate}<, {page}>.
none 1 {title}. ({fulldate}). {container}<, p. {page}>.
inv 1 {author} ({date}): {title}, {container}, {fulldate}, {url} ({access}).
inv 1 {author} {date}: {title} ({container}, {fulldate}), in: {url}; {access}
inv 1 {author} ({date}, {day}). {title}. {container}. Retrieved from {url}
none 1 “{title}”. {container}, {fulldate}, {url}, {access}.
de 1 {author} ({date}): {title}. In: {container} {fulldate}; online: {url}
"""
WEB = r"""
org 4 {author}. ({date}). {title}. Retrieved from {url}
org 3 {author} ({date}). {title}. {url}
org 2 {author} ({date}): {title}. {url} ({access}).
org 2 {author} ({date}): {title}. Online verfügbar unter: {url} ({access}).
org 2 {author}: {title}. URL: {url} ({access})
org 2 {author}. {title}. Available at: {url} ({access}).
org 2 {author}. {title} [Internet]. {place}: {publisher}; {date} [{access}]. Available from: {url}
org 1 “{title},” {author}, {access}, {url}.
org 1 {author}, {title}, {date}, {url}
org 1 {title}. {url}, {access}
inv 2 {author} ({date}). {title}. {container}. {url}
de 1 {author} ({date}): {title}. In: {container}. Online verfügbar unter: {url}, {access}.
de 1 {author} ({date}): {title}. {place}. URL: {url} ({access})
de 1 {author} ({date}), {title}, {url} ({access}).
inv 1 {author} ({date}): {title}, in: {container}, {url}; {access}.
inv 1 {author} ({date}), {title}, {publisher}, {place}, {url}
inv 1 {author} ({date}). {title}. {publisher}. Retrieved from {url}
full 1 {author}. “{title}.” {container}, {date}. {url}.
full 1 {author}, “{title}”, {container}, {date}.
org 1 {author} ({date}): {title}, online unter: {url}, {access}.
org 1 {author}: {title}. {place} {date}. Abrufbar unter: {url}
"""
REPORT = r"""
inv 4 {author} ({date}). {title} ({report} No. {number}). {place}: {publisher}.
inv 3 {author} ({date}). {title}. {report}< {number}>. {publisher}.
inv 3 {author} ({date}). {title}. {report}<, No. {number}>. {place}: {publisher}.
inv 3 {author} ({date}). {title}. {report}< No. {number}>, {publisher}, {place}.
inv 2 {author} ({date}) {title}, {report}<, no. {number}>, {publisher}, {place}.
inv 2 {author}, {date}. {title}. {report}< {number}>. {publisher}, {place}.
inv 2 {author}, {date}. {title}. {publisher}, {report}< No. {number}>.
inv 2 {author} ({date}): {title}. {publisher}, {report}< {number}>. {place}.
inv 2 {author} ({date}): {title}, {publisher}, {report}< No. {number}>.
inv 2 {author} ({date}), “{title}”, {report}<, No. {number}>, {publisher}, {place}.
inv 2 {author} ({date}), ‘{title}’, {report}< {number}>, {place}: {publisher}.
inv 2 {author} ({date}). {title}. {place}: {publisher} ({report}<, {number}>).
inv 2 {author} ({date}): {title} ({report}< No. {number}>). {place}: {publisher}.
inv 1 {author} ({date}): {title} ({publisher}, {report}, No. {number}), {place}.
inv 1 {author} {date}: {title} ({report}), {place}.
inv 1 {author} ({date}): {title}. {place}, {report}< No. {number}>, {publisher}.
inv 1 {author} ({date}). {title}, {report}< {number}>.
inv 1 {author} ({date}). {title}. {report}< {number}>. {url}
inv 1 {author} ({date}). {title} ({report} {number}). Retrieved from {url}
inv 1 {author}. “{title}.” {report}< No. {number}>, {publisher}, {date}.
full 2 {author}. {date}. “{title}.” {report}< {number}>. {publisher}, {place}.
full 2 {author}. {date}. {title}. {report}<, no. {number}>. {place}: {publisher}.
full 1 {author}, “{title},” {report}< No. {number}> ({place}: {publisher}, {date}).
full 1 {author}, {title}, {report}< {number}>, {publisher}, {place}, {date}.
dir 1 {author}, “{title},” {report}< {number}>, {publisher}, {date}.
org 3 {author} ({date}). {title}. {report}< {number}>. {place}: {publisher}.
org 2 {author} ({date}): {title}. {report}< No. {number}>. {place}.
org 1 {author}, {date}. {title} ({report}< {number}>), {place}.
"""
PAPER = r"""
inv 4 {author} ({date}). {title}. {paper}, {place}.
inv 3 {author} ({date}). {title}. {paper}, {place}, {days}.
inv 2 {author} ({date}, {month}). {title}. {paper}, {place}.
inv 2 {author} ({date}): {title}. {paper}, {days}, {place}.
inv 2 {author}, {date}. {title}. {paper}. {place}, {days}.
inv 1 {author} ({date}), “{title}”, {paper}, {place}, {days}.
inv 1 {author} ({date}): {title}. {paper}
full 2 {author}. {date}. “{title}.” {paper}, {days}, {place}.
full 1 {author}. “{title}.” {paper}, {place}, {days}, {date}.
inv 2 {author} ({date}). {title}. {unprinted}, {publisher}.
inv 1 {author} ({date}). {title}. {unprinted}.
inv 1 {author}, {date}. {title}. {unprinted}, {publisher}, {place}.
inv 1 {author} ({date}): {title}, {unprinted}
full 1 {author}. {date}. “{title}.” {unprinted}, {publisher}, {place}.
"""
SHORT = r"""
alone 3 {author} ({date}), S. {page}.
alone 3 {author} {date}: {page}
alone 2 {author} ({date}: {page})
alone 2 {author} {date}, S. {page}
alone 2 {author} ({date}), pp. {page}.
alone 1 {author}, {date}, p. {page}.
alone 1 {author} ({date})
alone 2 {author}: {title}, in: {container}, {date}, S. {page}
alone 2 {author}: {title}, {place} {date}
alone 2 {author}, {title}, {place}: {publisher}, {date}.
alone 1 {author}, {title}, {page}.
alone 1 {author}. {title}. {container} {volume} ({date}): {page}
full 1 {author}: {title}, S. {page}.
full 1 {author}, {title}, pp. {page}.
"""
EAST = r"""
east 3 {author}，{title}，{container}，第{volume}卷第{issue}期，{date}年，{page}頁
east 3 {author}. {title}[J]. {container}, {date}, {volume}({issue}): {page}.
east 2 {author}. {title}[M]. {place}: {publisher}, {date}.
east 2 {author} ， 《{title}》 。 {place} ： {publisher} ， {date}年 。
east 2 {author} {title} {container} 第{volume}期 pp.{page} {date}年
east 1 {author}（{date}）。《{title}》。{place}：{publisher}。
east 1 {author}（{date}）。〈{title}〉，《{container}》，{volume}：{issue}，頁{page}。
east 2 {author}. {title}[D]. {place}: {school}, {date}.
east 1 {author}. {title}[C]//{container}. {place}: {publisher}, {date}: {page}.
east 1 {author}：《{title}》，{place}：{publisher}，{date}年。
east 1 {author}：〈{title}〉，《{container}》，第{volume}卷第{issue}期（{date}年），頁{page}。
east 1 {author}（{date}）。{title}。{container}，{volume}（{issue}），{page}。
east 1 {author}（{date}）。{title}（{genre}）。{school}，{place}。
east 1 {author}, {title}, {container}, {date}, {volume}({issue}): {page}.
east 1 {author}, {title}, {publisher}, {date}.
"""
JAPAN = r"""
east 3 {author}: {title}, {container}, Vol.{volume}, No.{issue}, pp.{page} ({date}).
east 3 {author}, {title}, {container}, {volume}-{issue}, {page}, {date}.
east 2 {author}: “{title},” {container}, vol.{volume}, no.{issue}, pp.{page}, {date}.
east 2 {author}（{date}）「{title}」『{container}』{volume}({issue}), {page}.
east 2 {author}, {title}、{container}、{volume}-{issue}, {page}, {date}.
east 2 {author}『{title}』{publisher}、{date}年
east 1 {author}, 『{title}』, {publisher}, {date}.
east 2 {author}: {title}, {publisher} ({date}).
east 2 {author}, {title}, {publisher}, {date}.
east 1 {author}, "{title}," {publisher}, {place}, {date}.
east 1 {author}: {title}, {school}{genre} ({date}).
east 1 {author}（{date}）『{title}』{publisher}.
east 1 {author}: {title}, {container}, pp.{page} ({date}).
east 1 {author}．{title}．{container}，vol. {volume}，no. {issue}，p. {page}，{date}．
east 1 {author} ({date}). {title} {container}, {volume}, {page}.
"""
KOREA = r"""
east 4 {author}, “{title},” {container}, 제{volume}권 제{issue}호, pp.{page}, {date}.
east 3 {author}, "{title}", {container}, Vol.{volume}, No.{issue}, pp.{page}, {date}.
east 2 {author}. {date}. {title}. {container} {volume}({issue}): {page}.
east 2 {author}, '{title},' {container}, 제{volume}권 제{issue}호, pp.{page}, {date}
east 2 {author}({date}). {title}. {container}, {volume}({issue}), {page}.
east 1 {author}, {title}, {publisher}, {date}.
east 1 {author}. {date}. 『{title}』. {place}: {publisher}.
east 3 {author}, {title}, {publisher}, {date}.
east 1 {author}, {title}, {place}: {publisher}, {date}.
east 1 {author}, {title}, {place}:{publisher}, {date}.
east 1 {author}, 『{title}』, {publisher}, {date}.
east 2 {author}, "{title}", {school} {genre}, {date}.
east 1 {author}, “{title},” {genre}, {school}, {date}.
east 1 {author}. {title}. {genre}, {school}, {date}.
east 1 {author}({date}). {title}. {school} {genre}.
east 2 {author}, “{title},” {container}, pp.{page}, {date}.
east 1 {author}, "{title}", {container}, 제{volume}권, 제{issue}호, pp.{page}, {date}.{issue}
east 1 {author}, “{title}”, {container}, 제{volume}권, pp.{page}, {date}.
east 1 {author}, {title}, {container}, Vol.{volume}, No.{issue}, pp.{page}, {date}.
east 1 {author}, "{title}", {container}, {volume}({issue}), pp.{page}, {date}년 {issue}월.
east 1 {author}. {date}. {title}. {publisher}.
east 1 {author}. ({date}). {title}. {place}: {publisher}.
"""
KINDS = {
    "article": (ARTICLE, 30),
    "physics": (PHYSICS, 12),
    "chapter": (CHAPTER, 19),
    "proceedings": (PROCEEDINGS, 6),
    "book": (BOOK, 22),
    "series": (SERIES, 8),
    "report": (REPORT, 7),
    "paper": (PAPER, 2.5),
    "short": (SHORT, 2),
    "thesis": (THESIS, 3),
    "news": (NEWS, 3),
    "web": (WEB, 5),
    "chinese": (EAST, 3),
    "japanese": (JAPAN, 3),
    "korean": (KOREA, 4.5),
}
"""Templates by kind of work, and how often the kind is drawn (in a hundred or so)."""


def templates(kind: str) -> list[tuple[str, int, str]]:
    """Return names' way, weight and template of each layout of a kind."""
    rows = []
    for line in KINDS[kind][0].strip().splitlines():
        names, weight, template = line.split(" ", 2)
        rows.append((names, int(weight), template))
    return rows
