"""What reading a bundle costs: seconds and peak memory for the facts of one document, each in a process of its own.

    python -m benchmarks.read [--json]

Ordinary documents are the longest of `tests/data/dev/bundles` of each format; the PDFs of many pages are made of the pages of those bundles, the
large files of their text. Seconds count from the file to its facts in a process whose modules are loaded, the first time and the second; "of CPU"
is what the first takes where nothing else runs.
Targets: 1 s for text, HTML and DOCX, 3 s for ten pages of PDF, and 500 MB whatever comes.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from itertools import cycle
from pathlib import Path

BUNDLES = Path(__file__).resolve().parents[1] / "tests" / "data" / "dev" / "bundles"
LARGE = 48_000_000
MOST_MEGABYTES = 500


@dataclass(frozen=True)
class Cost:
    """Seconds of the first and of a second reading, of the processor in the first, peak resident memory in MB, and what was read."""

    first: float
    again: float
    processor: float
    megabytes: float
    characters: int
    outcome: str


def measure(path: Path) -> Cost:
    """The cost in this process, which should do nothing else before."""
    from knowledge.extractors import extract
    from knowledge.readers import UnreadableBundle, read

    seconds: list[float] = []
    processor = 0.0
    characters, outcome = 0, ""
    for _ in range(2):
        began, processor_began = time.perf_counter(), time.process_time()
        try:
            document = read(path)
            vacancies = extract(document)
            characters, outcome = len(document.text), f"{len(vacancies)} function(s), {len(document.warnings)} warning(s)"
        except UnreadableBundle as error:
            outcome = f"refused: {error.reason}"
        seconds.append(time.perf_counter() - began)
        processor = processor or time.process_time() - processor_began
    first, again = seconds
    return Cost(first, again, processor, _peak(), characters, outcome)


def _peak() -> float:
    """Peak resident memory in MB. What `getrusage` tells counts the process that this one was started from, hence /proc where there is one."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if platform.system() == "Darwin" else 1024)


def in_own_process(path: Path) -> Cost:
    """`measure` in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.read", "--measure", str(path)], capture_output=True, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def longest(suffix: str) -> Path:
    """The largest ordinary document of a format."""
    return max(BUNDLES.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)


def pdf_of(pages: int, target: Path) -> Path:
    """A PDF of so many real pages."""
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(path) for path in sorted(BUNDLES.glob("*.pdf"))]
    for source in cycle(sources):
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
        if len(made) >= pages:
            break
    made.save(target)
    return target


def mail_of(size: int, target: Path) -> Path:
    """A mail with a body and attachments that make it about so large."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "hr@example.be", "jobs@example.be", "Vacature"
    mail.set_content(longest(".txt").read_text(encoding="utf-8"))
    for number in range(3):
        mail.add_attachment(b"\x5a" * int(size / 3 / 1.36), maintype="application", subtype="pdf", filename=f"bijlage{number}.pdf")
    target.write_bytes(mail.as_bytes())
    return target


def repeated(source: Path, size: int, target: Path) -> Path:
    """A file of about `size` bytes that says the same over and over."""
    data = source.read_bytes()
    target.write_bytes(data * (size // len(data)))
    return target


def cases(folder: Path) -> list[tuple[str, Path, float | None]]:
    """(name, file, target in seconds or None) of everything that is measured."""
    return [
        ("text", longest(".txt"), 1.0),
        ("Markdown", longest(".md"), 1.0),
        ("HTML", longest(".html"), 1.0),
        ("DOCX", longest(".docx"), 1.0),
        ("e-mail", longest(".eml"), 1.0),
        ("PDF, 10 pages", pdf_of(10, folder / "tien.pdf"), 3.0),
        ("PDF, 500 pages", pdf_of(500, folder / "vijfhonderd.pdf"), None),
        ("e-mail, 48 MB", mail_of(LARGE, folder / "groot.eml"), None),
        ("text, 48 MB", repeated(longest(".txt"), LARGE, folder / "groot.txt"), None),
        ("HTML, 48 MB", repeated(longest(".html"), LARGE, folder / "groot.html"), None),
    ]


def main() -> None:
    """Measures everything and prints a table; exit status 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(asdict(measure(args.measure))))
        return
    missed = False
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        if not args.json:
            print(f"{'document':16s} {'size':>9s} {'first':>8s} {'again':>8s} {'of CPU':>8s} {'target':>7s} {'peak':>8s}  read")
        for name, path, target in cases(Path(folder)):
            cost = in_own_process(path)
            results[name] = asdict(cost)
            over = cost.megabytes > MOST_MEGABYTES or (target is not None and cost.first > target)
            missed = missed or over
            if not args.json:
                goal = f"{target:.0f} s" if target else "-"
                spent = f"{cost.first:6.2f} s {cost.again:6.2f} s {cost.processor:6.2f} s"
                told = f"{cost.characters} characters, {cost.outcome}{'  MISSED' if over else ''}"
                print(f"{name:16s} {path.stat().st_size / 1e3:6.0f} kB {spent} {goal:>7s} {cost.megabytes:5.0f} MB  {told}", flush=True)
    if args.json:
        print(json.dumps(results, indent=2))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
