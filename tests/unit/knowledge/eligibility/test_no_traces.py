"""The helper informs and leaves no trace: no store, log, mail or score within reach of the rules (see docs/eligibility.md)."""

import ast
from dataclasses import fields
from pathlib import Path

import knowledge.eligibility
from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.dictionary import read_diplomas
from knowledge.eligibility.judgement import Clause, Finding, Judgement, NextQuestion
from knowledge.eligibility.model import Candidate, Held
from knowledge.eligibility.spelling import corrected
from knowledge.eligibility.words import fold, stem, telling
from knowledge.eligibility.work import worlds_in

PACKAGE = Path(knowledge.eligibility.__file__).parent
ROOT = PACKAGE.parent.parent
TRACES = (
    "logging",
    "sqlalchemy",
    "sqlite3",
    "smtplib",
    "httpx",
    "socket",
    "pickle",
    "json",
    "random",
    "knowledge.store",
    "knowledge.database",
    "knowledge.settings",
)
SCORES = {"score", "rank", "ranking", "percentage", "probability", "match", "confidence"}


def imports(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_the_rules_reach_no_store_log_or_network() -> None:
    for file in PACKAGE.glob("*.py"):
        reached = imports(file)
        assert not [name for name in reached if name.startswith(TRACES)], file.name
        assert "open(" not in file.read_text(encoding="utf-8").replace("_open(", ""), file.name


def test_only_the_dialogue_uses_outcomes() -> None:
    outcome_modules = ("knowledge.eligibility.rules", "knowledge.eligibility.across", "knowledge.eligibility.judgement")
    for folder in ("bot", "index"):
        for file in (ROOT / folder).rglob("*.py"):
            assert not imports(file) & set(outcome_modules), file


def test_no_score_or_rank_exists() -> None:
    for kind in (Judgement, Clause, Finding, NextQuestion, Candidate, Held):
        assert not {field.name for field in fields(kind)} & SCORES


def test_no_cache_keeps_a_candidates_words() -> None:
    for function in (read_diplomas, parse_candidate, corrected, worlds_in, telling, fold, stem):
        assert not hasattr(function, "cache_info"), function.__name__


def test_nothing_sensitive_is_kept_as_data() -> None:
    kept = {field.name for field in fields(Candidate)} | {field.name for field in fields(Held)}
    assert not kept & {
        "name",
        "email",
        "phone",
        "sex",
        "gender",
        "origin",
        "health",
        "religion",
        "union",
        "pregnant",
        "nationality",
        "rijksregisternummer",
    }
