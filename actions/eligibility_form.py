"""What a form on a diploma asks, for channels that show one; it is answered by a message in the candidate's own words, under the same rules."""

from __future__ import annotations

from dataclasses import replace

from actions.reply import TurnResult
from actions.services import Services
from actions.turn import State
from knowledge.catalog import title_of
from knowledge.model import Vacancy


def attached(services: Services, result: TurnResult) -> TurnResult:
    """A result that asks for the candidate's diploma without knowing anything yet, with the form; any other as it is.

    Later questions are one decisive thing each, with the answers as buttons: no form is kinder than that.
    """
    exchange = State.from_json(result.state).exchange or {}
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    if exchange.get("kind") != "eligibility" or result.outcome != "asking" or result.verdict is not None or vacancy is None:
        return result
    if exchange.get("asked") != "diploma":
        return result
    return replace(result, eligibility={"vacancy": vacancy.id, "title": title_of(vacancy), "fields": _fields(vacancy)})


def _fields(vacancy: Vacancy) -> list[str]:
    kinds = {fact.value.kind for fact in vacancy.requirements}
    experience = "experience" in kinds or any(route.value.years for route in (vacancy.diploma.value.routes if vacancy.diploma else ()))
    return ["diploma", *(["experience"] if experience else []), *(["licence"] if "driving_licence" in kinds else [])]
