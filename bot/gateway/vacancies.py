"""The vacancies and everything known of each, as JSON."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from bot.gateway.errors import ApiError
from bot.gateway.gateway import GatewayOf
from knowledge.catalog import Status, status
from knowledge.export import to_api
from knowledge.model import Mode, SessionStatus

router = APIRouter(prefix="/api/vacancies")


class InfosessionSummary(BaseModel):
    """`start` is an ISO date, with the hour where the bundle gives one (local time)."""

    start: str
    mode: Mode | None
    place: str | None
    status: SessionStatus


class VacancySummary(BaseModel):
    """A vacancy in the list; null where the bundle is silent."""

    id: str
    title: str | None
    employer: str | None
    status: Status
    deadline: str | None
    infosessions: list[InfosessionSummary]


@router.get("")
async def vacancies(gateway: GatewayOf) -> list[VacancySummary]:
    """The vacancies; documents that are no vacancy are not among them."""
    now = gateway.clock.now()
    summaries = []
    for vacancy in gateway.snapshot().vacancies.values():
        deadline = vacancy.application.deadline
        sessions = [
            InfosessionSummary(start=fact.value.start.iso(), mode=fact.value.mode, place=fact.value.place, status=fact.value.status)
            for fact in vacancy.infosessions
        ]
        summaries.append(
            VacancySummary(
                id=vacancy.id,
                title=vacancy.title.value if vacancy.title else None,
                employer=vacancy.employer.value if vacancy.employer else None,
                status=status(vacancy, now),
                deadline=deadline.value.iso() if deadline else None,
                infosessions=sessions,
            )
        )
    return summaries


@router.get("/{vacancy_id}")
async def vacancy(vacancy_id: str, gateway: GatewayOf) -> dict[str, Any]:
    """Every fact of a vacancy or document with its citations; a bundle with several functions gives them under `functions`."""
    entries = gateway.snapshot().of_document(vacancy_id)
    if not entries:
        raise ApiError(404, "unknown_vacancy")
    now = gateway.clock.now()
    facts = [to_api(entry) | {"status": status(entry, now)} for entry in entries]
    return facts[0] if len(facts) == 1 else {"id": vacancy_id, "functions": facts}
