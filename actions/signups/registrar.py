"""Who gives out the places of an infosession: this service itself, or a webinar elsewhere that sign-ups are passed on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

WebinarStatus = Literal["registered", "waitlisted", "pendingApproval", "canceled", "rejectedByOrganizer"]


@dataclass(frozen=True, slots=True)
class Registration:
    """What the other side knows of somebody. `key` names the registration there; None where there is nothing to cancel."""

    key: str | None
    status: WebinarStatus


class Registrar(Protocol):
    """The other side. Every call may be repeated after a reply that got lost; all raise Unavailable or Refused."""

    def register(self, webinar: str, name: str, email: str) -> Registration:
        """Registers somebody who may be registered already."""

    def find(self, webinar: str, email: str) -> Registration | None:
        """What became of a registration; None when there is none."""

    def cancel(self, webinar: str, key: str) -> None:
        """Cancels a registration that may be cancelled already or gone."""


class LocalRegistrar:
    """The default: nobody else gives out places, so every registration is granted as the store has decided."""

    def register(self, webinar: str, name: str, email: str) -> Registration:
        """Granted."""
        return Registration(None, "registered")

    def find(self, webinar: str, email: str) -> Registration | None:
        """Granted."""
        return Registration(None, "registered")

    def cancel(self, webinar: str, key: str) -> None:
        """Nothing to do elsewhere."""
