"""Bundles of made-up employers, as a recruiter would write them, and a reader that turns text into what the bot knows."""

from __future__ import annotations

from knowledge.catalog import Bundle, Snapshot
from knowledge.extractors import extract
from knowledge.readers import read_bytes

COORDINATOR = """# Infobundel zorgcoördinator

Stad Doornwal zoekt een zorgcoördinator voor het woonzorgcentrum De Linde.

## Jouw takenpakket

- Je coördineert de zorg op twee afdelingen.
- Je begeleidt nieuwe collega's.
- Je maakt de planning van de nachtdienst.

## Toelatingsvoorwaarden

- Je hebt een bachelor verpleegkunde of een bachelor ergotherapie, of een daarmee gelijkgesteld diploma.
- Je bent laatstejaarsstudent? Dan kan je deelnemen als je je diploma behaalt voor 1 juli 2027.
- Je bezit een rijbewijs B.
- Je bezorgt een uittreksel uit het strafregister van maximaal 3 maanden oud.
- Ervaring in de ouderenzorg is een pluspunt.

## Ons aanbod

- Een contract van onbepaalde duur, deeltijds (80%).
- Een brutomaandloon tussen 3.120,50 euro en 4.980,75 euro voor een voltijdse functie (weddeschaal B1-B3, geïndexeerd).
- Relevante ervaring in de privésector telt mee tot maximaal 10 jaar.
- Maaltijdcheques van 8 euro per gewerkte dag.
- Een laptop.
- 32 vakantiedagen per jaar voor een voltijdse functie.
- Indiensttreding op 1 maart 2027.

## Selectieprocedure

De selectie bestaat uit drie delen:

| Proef | Wanneer | Minimum |
| --- | --- | --- |
| Preselectie | dinsdag 10 november 2026 | 50% |
| Schriftelijke proef | maandag 11 januari 2027 om 18 uur | 25/50 |
| Mondelinge proef | donderdag 21 januari 2027 | 30/50 |

Feedback over je resultaat kan je vragen vanaf 1 februari 2027 via jobs@doornwal.example.be.

We leggen een wervingsreserve aan die 2 jaar geldig is.

## Infosessies

Op dinsdag 1 december 2026 om 19 uur is er een infosessie in het stadhuis, Markt 5, 9999 Doornwal. De sessie duurt 90 minuten.
Inschrijven doe je via een e-mail naar info@doornwal.example.be.

## Hoe solliciteren?

Bezorg je kandidatuur uiterlijk op 13 december 2026 via e-mail naar jobs@doornwal.example.be.
Voeg je cv, een motivatiebrief en een kopie van je diploma toe.

## Contact

Voor vragen over de selectieprocedure: Els Baert, recruiter, 0471 12 34 56, els.baert@doornwal.example.be, op werkdagen tussen 9 en 17 uur.

Voor vragen over de inhoud van de functie: Karel Dumon, diensthoofd zorg, 055 12 34 57.

Voor vragen over je kandidatuur: Joke Steen, dossierbeheerder, 055 12 34 58.
"""

JURIST = """# Vacature jurist

OCMW Vaartkant werft een jurist aan.

## Functie

- Je adviseert het bestuur over overheidsopdrachten.
- Je volgt geschillen op.

## Voorwaarden

Je hebt een master in de rechten.

## Aanbod

Een voltijds contract van bepaalde duur van 2 jaar. Je brutojaarloon ligt tussen 48.000 euro en 71.000 euro.
Je krijgt ecocheques en een fietsvergoeding.

## Selectie

Het mondelinge gedeelte vindt plaats op 15 oktober 2026. Je moet minstens 60% van de punten behalen.
Feedback kan je vragen vanaf 2 november 2026 bij de contactpersoon.

## Infosessie

Op donderdag 17 september 2026 om 12.30 uur was er een infosessie via Microsoft Teams.

## Solliciteren

Solliciteer vóór 1 oktober 2026 via www.vaartkant.example.be/jobs.

## Meer info

Joke Steen, dossierbeheerder, 051 22 33 44.
"""

GARDENER = """# Groenarbeider

Gemeente Broekdorp zoekt een groenarbeider.

## Takenpakket

- Je maait het gras in de parken.
- Je snoeit bomen en hagen.

## Profiel

Je hebt geen diploma nodig. Je hebt een rijbewijs B.

## Aanbod

Je werkt halftijds. Je verdient minstens 2.300,10 euro bruto per maand voor een voltijdse functie.

## Vragen?

Bel de personeelsdienst op 052 44 55 66.
"""

NURSERY = """# Werken bij gemeente Zandhove

Gemeente Zandhove zoekt twee nieuwe collega's voor twee verschillende jobs.

## Functie 1 - kinderbegeleider

Je hebt een diploma secundair onderwijs. Je werkt deeltijds (60%).

## Functie 2 - bibliothecaris

Je hebt een masterdiploma. Je werkt voltijds.

## Solliciteren

Solliciteer uiterlijk op 20 december 2026 via jobs@zandhove.example.be.

## Contact

Mia Claes, personeelsdienst, 014 22 33 44
"""

POLICY = """# Beleid rond telewerk bij stad Doornwal

Dit is geen vacature. De stad legt uit hoe telewerk werkt.

Medewerkers werken hoogstens twee dagen per week thuis.
"""

ALL = {
    "doornwal_zorgcoordinator": COORDINATOR,
    "vaartkant_jurist": JURIST,
    "broekdorp_groenarbeider": GARDENER,
    "zandhove_jobs": NURSERY,
    "doornwal_telewerk": POLICY,
}


def read(id: str, text: str) -> Bundle:
    """The bundle that a text file of this name would be."""
    document = read_bytes(text.encode(), f"{id}.md")
    return Bundle(document, extract(document))


def published(**texts: str) -> Snapshot:
    """A snapshot of the texts, by document id."""
    return Snapshot.of(read(id, text) for id, text in texts.items())


_ARCHIVIST = """# Infobundel archivaris

Stad Leemstede zoekt een archivaris.

## Jouw taken

- Je bewaart oude kaarten.

## Profiel

Je hebt een bachelordiploma.

## Aanbod

Een contract van onbepaalde duur, met maaltijdcheques.
"""


def bundle_about(part: str) -> str:
    """A short bundle of an archivist's job with one more part."""
    return f"{_ARCHIVIST}\n{part}\n"
