"""Accuracy and speed of the eligibility rules on (candidate, condition) pairs, without the dialogue.

    python -m benchmarks.eligibility                      # tests/data/dev
    python -m benchmarks.eligibility --data tests/data/heldout --quiet
    python -m benchmarks.eligibility --questions FILE --bundles DIR...

Prints right verdicts per outcome, the confusion of verdicts and the time of the rules; exit status 1 under `--min`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actions.vacancy_choice import mentioned
from knowledge.eligibility.candidate import is_correction, parse_candidate
from knowledge.eligibility.judgement import Judgement
from knowledge.eligibility.model import Candidate
from knowledge.eligibility.rules import judge, prepare
from knowledge.eligibility.turns import merge
from knowledge.extractors import extract
from knowledge.model import Vacancy
from knowledge.readers import read

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate's messages and the verdict that the bundle gives; `outcome` is None where only the verdict is known.

    `vacancy` is the id of the function meant, in a bundle of several.
    """

    id: str
    bundle: str
    messages: tuple[str, ...]
    verdict: str
    outcome: str | None
    vacancy: str | None = None


def pairs_in(files: Iterable[Path]) -> Iterator[Pair]:
    """Eligibility pairs, also from question files (kind "eligibility")."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if "question" in item:
                if item["kind"] == "eligibility":
                    messages = (*item["history"], item["question"])
                    yield Pair(item["id"], item["bundle"], messages, item["expect"]["verdict"], None)
            else:
                yield Pair(
                    item["id"], item["bundle"], (*item.get("history", ()), item["message"]), item["verdict"], item["outcome"], item.get("vacancy")
                )


def vacancies_in(folders: Iterable[Path]) -> dict[str, tuple[Vacancy, ...]]:
    """The vacancies of every bundle by its file name."""
    return {file.name: extract(read(file)) for folder in folders for file in sorted(folder.iterdir()) if file.is_file()}


def meant(vacancies: tuple[Vacancy, ...], messages: Iterable[str], vacancy_id: str | None) -> Vacancy:
    """The function that was chosen, else the one that the messages name; the first where they name none (the dialogue asks which)."""
    by_id = {vacancy.id: vacancy for vacancy in vacancies}
    named = [] if len(vacancies) == 1 else [id for message in messages for id in mentioned(message, by_id)]
    return by_id[next((id for id in (vacancy_id, *named) if id in by_id), vacancies[0].id)]


def judged(vacancy: Vacancy, messages: Iterable[str]) -> tuple[Judgement, float]:
    """The outcome after all messages, and the seconds that the rules took."""
    candidate = Candidate()
    for message in messages:
        candidate = merge(candidate, parse_candidate(message, TODAY), correction=is_correction(message))
    start = time.perf_counter()
    judgement = judge(vacancy, candidate)
    return judgement, time.perf_counter() - start


def main() -> int:
    """Runs the pairs and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("tests/data/dev"), help="folder with bundles/ and eligibility-*.jsonl")
    parser.add_argument("--questions", type=Path, action="append", help="question or pair files instead of --data's")
    parser.add_argument("--bundles", type=Path, nargs="+", help="folders of bundles instead of --data's")
    parser.add_argument("--quiet", action="store_true", help="figures only, no message is printed")
    parser.add_argument("--min", type=float, default=0.0, help="least share of right verdicts")
    options = parser.parse_args()
    vacancies = vacancies_in(options.bundles or [options.data / "bundles"])
    for functions in vacancies.values():
        prepare(functions)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    exact, seconds = 0, []
    for pair in pairs_in(options.questions or sorted(options.data.glob("eligibility-*.jsonl"))):
        judgement, spent = judged(meant(vacancies[pair.bundle], pair.messages, pair.vacancy), pair.messages)
        label = pair.outcome or pair.verdict
        total[label] += 1
        right[label] += judgement.verdict == pair.verdict
        exact += judgement.outcome == pair.outcome
        confusion[pair.verdict, judgement.verdict] += 1
        seconds.append(spent)
        if judgement.verdict != pair.verdict and not options.quiet:
            print(f"{pair.id}: want {pair.verdict} ({pair.outcome}), got {judgement.outcome}: {' / '.join(pair.messages)}")
    share = sum(right.values()) / max(1, sum(total.values()))
    print(f"verdict right: {sum(right.values())} of {sum(total.values())} ({share:.1%}); exact outcome: {exact}")
    for label, count in sorted(total.items()):
        print(f"  {label}: {right[label]} of {count}")
    print("wanted -> given:", ", ".join(f"{want} -> {given}: {count}" for (want, given), count in sorted(confusion.items())))
    print(f"rules: median {statistics.median(seconds) * 1000:.2f} ms, slowest {max(seconds) * 1000:.2f} ms")
    return 0 if share >= options.min else 1


if __name__ == "__main__":
    sys.exit(main())
