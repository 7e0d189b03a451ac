"""The bot's own tokens for Teams: OAuth 2.0 client credentials, kept until shortly before they expire."""

from __future__ import annotations

import asyncio
import time

import httpx

from knowledge.settings import Settings

_EARLY_SECONDS = 300.0
_TIMEOUT_SECONDS = 10.0


class LoginFailed(Exception):
    """No token could be had; the message is the status or the kind of error."""


class BotLogin:
    """Gives a token for a scope; the SDK calls it before every request."""

    def __init__(self, settings: Settings, client: httpx.AsyncClient) -> None:
        self._url = f"{settings.teams_login_url.rstrip('/')}/{settings.teams_tenant}/oauth2/v2.0/token"
        secret = settings.teams_client_secret
        self._form = {"grant_type": "client_credentials", "client_id": settings.teams_app_id, "client_secret": secret and secret.get_secret_value()}
        self._client = client
        self._tokens: dict[str, tuple[str, float]] = {}
        self._lock = asyncio.Lock()

    async def __call__(self, scope: str | list[str], _tenant: str | None = None) -> str:
        """Raises LoginFailed."""
        scope = scope if isinstance(scope, str) else " ".join(scope)
        async with self._lock:
            token, until = self._tokens.get(scope, ("", 0.0))
            if time.monotonic() < until:
                return token
            try:
                answer = await self._client.post(self._url, data=self._form | {"scope": scope}, timeout=_TIMEOUT_SECONDS)
                if answer.status_code != 200:
                    raise LoginFailed(str(answer.status_code))
                given = answer.json()
                token, seconds = str(given["access_token"]), float(given["expires_in"])
            except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
                raise LoginFailed(type(error).__name__) from None
            self._tokens[scope] = token, time.monotonic() + max(seconds - _EARLY_SECONDS, 0.0)
            return token
