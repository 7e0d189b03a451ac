"""A large folder of bundles: reads and indexes it, kills that in the middle, goes on, and changes one bundle.

    python -m benchmarks.corpus [--bundles 300] [--keep FOLDER]

The bundles are generated (text, HTML and Markdown, about 300 words each, no two alike); everything else is the ordinary command `vacaturebot index`
in processes of their own, with the ordinary encoder. Targets: the second run repeats nothing that the first had done; one changed bundle is
live in 3 s, with only its own new texts encoded.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TOWNS = ("Ravel", "Ommel", "Zonne", "Kalver", "Linden", "Berken", "Steen", "Water", "Heide", "Molen", "Kasteel", "Bos", "Veld", "Meer", "Duin")
ENDS = ("berg", "donk", "gaarde", "beke", "hoek", "rode", "zele", "dorp", "kerke", "wijk", "lo", "hove")
JOBS = (
    ("jeugdwerker", "de jeugddienst", "activiteiten voor jongeren", "een jeugdhuis"),
    ("boekhouder", "de financiële dienst", "facturen en kredieten", "een boekhouding"),
    ("tuinman", "de groendienst", "parken en begraafplaatsen", "een tuinbedrijf"),
    ("bibliothecaris", "de bibliotheek", "boeken en leesclubs", "een bibliotheek"),
    ("ergotherapeut", "het woonzorgcentrum", "therapie voor bewoners", "de ouderenzorg"),
    ("kok", "de centrale keuken", "warme maaltijden", "een grootkeuken"),
    ("maatschappelijk werker", "het sociaal huis", "huisbezoeken en dossiers", "de hulpverlening"),
    ("technicus gebouwen", "de technische dienst", "verwarming en elektriciteit", "het onderhoud van gebouwen"),
    ("omgevingsambtenaar", "de dienst ruimte", "vergunningen en adviezen", "de ruimtelijke ordening"),
    ("onthaalmedewerker", "het onthaal", "bezoekers en telefoons", "een onthaal"),
)
DIPLOMAS = (
    "een bachelordiploma",
    "een masterdiploma",
    "een diploma van het secundair onderwijs",
    "een diploma van het hoger onderwijs van het korte type",
)
NAMES = ("Farida Claessens", "Pieter Goris", "Nadia Verlinden", "Els Maes", "Tom Nys", "Hanne De Wolf", "Samir El Idrissi", "Lien Abrahams")
BENEFITS = (
    "maaltijdcheques van {n} euro", "een fietsvergoeding van 0,{n}5 euro per kilometer", "een laptop", "{n}2 dagen vakantie per jaar", "ecocheques",
    "een hospitalisatieverzekering na {n} maanden", "een tweede pensioenpijler", "{n} dagen telewerk per maand", "gratis vaccins",
    "opleidingen op maat",
)  # fmt: skip
MONTHS = ("december 2026", "januari 2027", "februari 2027")


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs and list items below it."""

    title: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()


def sections(number: int) -> tuple[str, list[Section]]:
    """Title and sections of the bundle with this number; the same number gives the same bundle."""
    pick = random.Random(number)
    town = pick.choice(TOWNS) + pick.choice(ENDS)
    job, service, work, field = pick.choice(JOBS)
    mail = f"jobs@{town.lower()}.example.be"
    day, month = pick.randint(2, 27), pick.choice(MONTHS)
    phone = f"0{pick.choice((3, 9))} {pick.randint(210, 489)} {pick.randint(10, 99)} {pick.randint(10, 99)}"
    first, second = pick.sample(NAMES, 2)
    low = pick.randint(2300, 3200)
    benefits = [text.format(n=pick.randint(3, 8)) for text in pick.sample(BENEFITS, 5)]
    return f"{job.capitalize()} voor {service} in {town}", [
        Section("Wie zijn wij?", (
            f"Gemeente {town} telt {pick.randint(6, 48)}.{pick.randint(100, 999)} inwoners. Gemeente {town} zoekt een {job} (m/v/x) voor {service}.",
            f"Je komt in een ploeg van {pick.randint(4, 19)} collega's onder leiding van {second}, die al {pick.randint(3, 20)} jaar bij ons werkt.",
        )),
        Section("Jouw taken", (f"Als {job} sta je in voor {work}. Je rapporteert aan het hoofd van {service}.",), (
            f"je plant {work} en je volgt ze op",
            f"je overlegt elke {pick.choice(('week', 'maand'))} met de collega's van {service}",
            f"je schrijft {pick.randint(2, 9)} keer per jaar een verslag voor het college",
            "je beantwoordt vragen van inwoners aan de balie en per mail",
        )),
        Section("Jouw profiel", (f"Je hebt {pick.choice(DIPLOMAS)}. Ervaring in {field} is een troef.",), (
            "je hebt een rijbewijs B",
            f"je hebt minstens {pick.randint(1, 5)} jaar ervaring in {field} of je leert snel bij",
            "je bezorgt bij aanwerving een uittreksel uit het strafregister van hoogstens drie maanden oud",
        )),
        Section("Ons aanbod", (
            f"Een contract van onbepaalde duur, {pick.choice(('voltijds', 'halftijds', 'vier vijfde'))}.",
            f"Je verdient minstens {low // 1000}.{low % 1000:03d},{pick.randint(10, 99)} euro bruto per maand. Je krijgt:",
        ), tuple(benefits)),
        Section("Selectie", (
            f"De schriftelijke proef is op {day} {month}. Je hebt minstens {pick.choice((50, 60))} % van de punten nodig.",
            f"Het gesprek met de jury volgt {pick.randint(1, 4)} weken later in het gemeentehuis van {town}, Marktplein {pick.randint(1, 90)}.",
            f"Wie slaagt en niet meteen begint, staat {pick.randint(1, 3)} jaar in een wervingsreserve.",
        )),
        Section("Solliciteren", (
            f"Mail je cv en je motivatiebrief naar {mail}, uiterlijk op {pick.randint(2, 27)} {month}.",
            f"Vragen over de selectie? Bel {first}, {phone}, op weekdagen van 9 tot {pick.randint(11, 16)} uur.",
        )),
    ]  # fmt: skip


def as_text(number: int) -> str:
    """A bundle as plain text."""
    title, parts = sections(number)
    blocks = [title.upper()]
    for part in parts:
        blocks += [part.title, *part.paragraphs, "\n".join(f"- {item}" for item in part.items)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def as_markdown(number: int) -> str:
    """A bundle as Markdown."""
    title, parts = sections(number)
    blocks = [f"# {title}"]
    for part in parts:
        blocks += [f"## {part.title}", *part.paragraphs, "\n".join(f"* {item}" for item in part.items)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def as_html(number: int) -> str:
    """A bundle as a page of a site, with a menu and a footer."""
    title, parts = sections(number)
    body = "".join(
        f"<h2>{part.title}</h2>"
        + "".join(f"<p>{text}</p>" for text in part.paragraphs)
        + "<ul>"
        + "".join(f"<li>{item}</li>" for item in part.items)
        + "</ul>"
        for part in parts
    )
    return (
        f"<!doctype html><html lang=nl><head><meta charset=utf-8><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<main><h1>{title}</h1>{body}</main><footer>Gemeentehuis: open van 9 tot 12 uur</footer></body></html>\n"
    )


WRITERS = (("txt", as_text), ("html", as_html), ("md", as_markdown))


def write_corpus(folder: Path, count: int) -> None:
    """`count` bundles in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        suffix, writer = WRITERS[number % len(WRITERS)]
        (folder / f"bundel_{number:04d}.{suffix}").write_text(writer(number), encoding="utf-8")


@dataclass
class Run:
    """What a run of the command told: bundles read, texts encoded, seconds."""

    read: int
    encoded: int
    seconds: float


def index(bundles: Path, data: Path, kill_after: str | None = None) -> Run:
    """Runs `vacaturebot index`; kills it hard as soon as a line of its progress holds `kill_after`."""
    settings = {"BOT_KNOWLEDGE_DIR": str(bundles), "BOT_DATA_DIR": str(data)}
    began = time.monotonic()
    read = encoded = 0
    command = [sys.executable, "-m", "bot.cli", "index"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **settings}) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("[") and "texts encoded" in line:
                encoded = int(line[1:].split("/")[0])
            elif line.startswith("["):
                read += 1
            if kill_after and kill_after in line:
                process.send_signal(signal.SIGKILL)
                break
    if not kill_after and process.returncode:
        raise RuntimeError(f"vacaturebot index ended with {process.returncode}")
    return Run(read, encoded, time.monotonic() - began)


def change_one(bundles: Path) -> None:
    """One sentence more in one bundle."""
    path = sorted(bundles.glob("*.txt"))[0]
    path.write_text(path.read_text(encoding="utf-8") + f"\nHet bureau is gesloten op {time.time_ns()}.\n", encoding="utf-8")


def live_change(bundles: Path, data: Path) -> tuple[float, int]:
    """Seconds, in a running service, from noticing one changed bundle to answering from it, and how many texts that encoded."""
    from index.encoder.factory import load_encoder
    from index.encoder.interface import Vectors
    from index.live import LiveIndex
    from knowledge.settings import load_settings

    settings = load_settings().model_copy(update={"knowledge_dir": bundles, "data_dir": data})

    class Counting:
        def __init__(self) -> None:
            self._encoder = load_encoder(settings, threads=2)
            self.name, self.dimension, self.encoded = self._encoder.name, self._encoder.dimension, 0
            self.encode_queries = self._encoder.encode_queries

        def encode_passages(self, texts: list[str]) -> Vectors:
            self.encoded += len(texts)
            return self._encoder.encode_passages(texts)

    encoder = Counting()
    live = LiveIndex.open(settings, encoder)  # type: ignore[arg-type]
    change_one(bundles)
    encoder.encoded = 0
    began = time.monotonic()
    live.refresh()
    return time.monotonic() - began, encoder.encoded


def main() -> None:
    """Measures and prints; exit status 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundles", type=int, default=300)
    parser.add_argument("--keep", type=Path, help="use this folder and leave it")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.keep or Path(made)
        bundles, data = folder / "bundles", folder / "data"
        write_corpus(bundles, args.bundles)
        while_reading = index(bundles, data, kill_after=f"[{args.bundles // 2}/")
        print(f"killed while reading:  {while_reading.read} bundles read, {while_reading.seconds:.0f} s", flush=True)
        while_encoding = index(bundles, data, kill_after="texts encoded")
        print(
            f"killed while encoding: {while_encoding.read} bundles read, {while_encoding.encoded} texts encoded, {while_encoding.seconds:.0f} s",
            flush=True,
        )
        rest = index(bundles, data)
        print(f"the rest:              {rest.read} bundles read, {rest.encoded} texts encoded, {rest.seconds:.0f} s", flush=True)
        seconds, encoded = live_change(bundles, data)
        print(f"one changed bundle:    {encoded} texts encoded, live in {seconds:.2f} s (target 3 s)")
    repeated = while_reading.read + while_encoding.read - args.bundles
    sys.exit(1 if repeated > 1 or rest.read or seconds > 3 else 0)


if __name__ == "__main__":
    main()
