"""Webinars of Microsoft 365: registrations by Microsoft Graph, with the permission VirtualEventRegistration-Anon.ReadWrite.All."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, get_args
from urllib.parse import quote

import httpx
import msal
from requests import RequestException

from actions.signups.registrar import Registration, WebinarStatus
from actions.signups.transport import Refused, Unavailable
from knowledge.settings import Settings

_SECONDS = 10.0
_PAGES = 20
_LONGEST_PAUSE = timedelta(hours=1)
_BRUSSELS = "Romance Standard Time"
"""Windows' name of the zone, which Graph wants."""


class GraphRegistrar:
    """Registers people for webinars. Not safe to share between threads: the worker is the only one that uses it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._base = settings.graph_url.rstrip("/")
        self._http = httpx.Client(timeout=_SECONDS)
        self._app: msal.ConfidentialClientApplication | None = None
        self._away_until = 0.0
        for name in ("httpx", "httpcore"):  # they log addresses of requests, which hold the candidate's
            logging.getLogger(name).setLevel(logging.WARNING)

    def close(self) -> None:
        """Closes its connections."""
        self._http.close()

    def register(self, webinar: str, name: str, email: str) -> Registration:
        """Looks first: the reply to an earlier try may have got lost."""
        known = self.find(webinar, email)
        if known is not None and known.status != "canceled":
            return known
        first, _, last = name.partition(" ")
        values = {"firstName": first, "lastName": last or "-", "email": email, "preferredTimezone": _BRUSSELS, "preferredLanguage": "nl-be"}
        answer = self._call("POST", self._registrations(webinar), values)
        if answer.status_code == 404:
            raise Unavailable("no such webinar", whole=False)
        if answer.status_code == 400:
            raise Refused("400")
        # 204 without a body, or 409 for somebody who is registered: only a look-up tells what became of it.
        found = self.find(webinar, email) or self._listed(webinar, email)
        if found is None or found.status == "canceled":
            raise Unavailable("the registration cannot be seen yet", whole=False)
        return found

    def find(self, webinar: str, email: str) -> Registration | None:
        """By the alternate key: the address."""
        key = quote(email.replace("'", "''"), safe="@")
        answer = self._call("GET", f"{self._registrations(webinar)}(email='{key}')")
        return _registration(_json(answer)) if answer.status_code == 200 else None

    def cancel(self, webinar: str, key: str) -> None:
        """A registration that is gone or was cancelled before is what was wanted."""
        answer = self._call("POST", f"{self._registrations(webinar)}/{quote(key, safe='')}/cancel")
        if answer.status_code == 400:
            raise Refused("400")

    def _listed(self, webinar: str, email: str) -> Registration | None:
        """The registration in the list, which knows it when the look-up does not."""
        url = self._registrations(webinar)
        for _ in range(_PAGES):
            page = _json(self._call("GET", url))
            for item in page.get("value") or ():
                if str(item.get("email")).lower() == email:
                    return _registration(item)
            url = str(page.get("@odata.nextLink") or "")
            if not url.startswith(self._base):  # the end, or another host: the token is for Graph only
                break
        return None

    def _registrations(self, webinar: str) -> str:
        return f"{self._base}/solutions/virtualEvents/webinars/{quote(webinar, safe='')}/registrations"

    def _call(self, method: str, url: str, values: dict[str, str] | None = None) -> httpx.Response:
        """An answer that says something about the registration: 2xx, 400, 404 or 409. Raises Unavailable for every other."""
        if (left := self._away_until - time.monotonic()) > 0:
            raise Unavailable("asked to wait", pause=timedelta(seconds=left))
        headers = {"Authorization": f"Bearer {self._token()}"}
        try:
            answer = self._http.request(method, url, json=values, headers=headers)
        except httpx.HTTPError as error:
            raise Unavailable(type(error).__name__) from None
        if answer.is_success or answer.status_code in (400, 404, 409):
            return answer
        if answer.status_code == 401:
            self._app = None  # with the token that it keeps
        pause = retry_after(answer.headers.get("Retry-After"))
        self._away_until = time.monotonic() + pause.total_seconds()
        raise Unavailable(str(answer.status_code), pause=pause)

    def _token(self) -> str:
        settings = self._settings
        try:
            if self._app is None:
                secret = settings.graph_client_secret
                self._app = msal.ConfidentialClientApplication(
                    settings.graph_client_id,
                    authority=f"{settings.graph_authority.rstrip('/')}/{settings.graph_tenant}",
                    client_credential=secret.get_secret_value() if secret else None,
                    instance_discovery=False,
                    timeout=_SECONDS,
                )
            result = self._app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])
        except (RequestException, ValueError) as error:
            self._app = None
            raise Unavailable(f"no token: {type(error).__name__}") from None
        if "access_token" not in (result or {}):
            raise Unavailable(f"no token: {(result or {}).get('error')}")
        return str(result["access_token"])


def retry_after(value: str | None) -> timedelta:
    """How long the header asks to wait, in seconds or as a date; at most an hour, nothing when it cannot be read."""
    if value is None:
        return timedelta()
    try:
        pause = timedelta(seconds=int(value)) if value.strip().isdigit() else parsedate_to_datetime(value) - datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):
        return timedelta()
    return min(max(pause, timedelta()), _LONGEST_PAUSE)


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        values = answer.json() if answer.is_success else {}
    except ValueError:
        raise Unavailable("an answer that is no JSON", whole=False) from None
    return values if isinstance(values, dict) else {}


def _registration(values: dict[str, Any]) -> Registration:
    status: WebinarStatus | None = next((name for name in get_args(WebinarStatus) if name == values.get("status")), None)
    if status is None or not values.get("id"):
        raise Unavailable("a registration without a known status", whole=False)
    return Registration(str(values["id"]), status)
