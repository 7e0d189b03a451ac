"""Whether a request comes from Teams: the token that the channel signs for each activity.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication lists what to check. The SDK's own check lets a
token without expiry through, and Entra tokens of any tenant whose caller is one well-known application; this one does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt

from bot.teams.keys import ConnectorKeys

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
LEEWAY_SECONDS = 300
_LONGEST_TOKEN = 8192
_HOSTS = ("smba.trafficmanager.net",)
_DOMAIN = ".botframework.com"


class Unauthorized(Exception):
    """The token proves nothing: 401. The message says why, without anything of the token."""


class Forbidden(Exception):
    """The token is good, and what it comes with is not for this bot: 403."""


@dataclass(frozen=True, slots=True)
class Doorman:
    """What one installation accepts. `own_service` is one more address for replies, only set in tests."""

    app_id: str
    tenant: str
    keys: ConnectorKeys
    own_service: str | None = None

    async def admit(self, authorization: str, activity: Mapping[str, Any]) -> str:
        """The token that the activity came with, once everything is right.

        Raises:
            Unauthorized, Forbidden: the request is not to be looked at further.
            KeysUnavailable: nothing can be judged now.
        """
        scheme, _, token = authorization.partition(" ")
        if scheme.casefold() != "bearer" or not token or len(token) > _LONGEST_TOKEN:
            raise Unauthorized("no bearer token")
        key_id = _key_id(token)
        key = await self.keys.find(key_id)
        if key is None:
            raise Unauthorized("unknown key")
        claims = self._claims(token, key.public)
        service = activity.get("serviceUrl")
        if not isinstance(service, str) or not isinstance(claims.get("serviceurl"), str) or claims["serviceurl"].rstrip("/") != service.rstrip("/"):
            raise Unauthorized("the token is for another service address")
        if activity.get("channelId") != CHANNEL or CHANNEL not in key.endorsements:
            raise Forbidden("the key may not be used for this channel")
        if not self._known_service(service):
            raise Forbidden("an address that replies may not be sent to")
        if tenants_of(activity) != {self.tenant.casefold()}:
            raise Forbidden("another tenant")
        return token

    def _claims(self, token: str, key: Any) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=["RS256"],
                audience=self.app_id,
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"]},
            )
        except jwt.PyJWTError as error:
            raise Unauthorized(type(error).__name__) from None
        return claims

    def _known_service(self, url: str) -> bool:
        if self.own_service and (url.rstrip("/") + "/").startswith(self.own_service.rstrip("/") + "/"):
            return True
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").casefold()
            plain = parts.port in (None, 443) and parts.username is None and parts.password is None
        except ValueError:
            return False
        return parts.scheme == "https" and plain and (host in _HOSTS or host.endswith(_DOMAIN))


def _key_id(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except jwt.PyJWTError as error:
        raise Unauthorized(type(error).__name__) from None
    kid = header.get("kid")
    if header.get("alg") != "RS256" or not isinstance(kid, str) or not kid:
        raise Unauthorized("no key named, or another algorithm")
    return kid


def tenants_of(activity: Mapping[str, Any]) -> set[str]:
    """Every tenant that an activity names, in lower case."""
    channel, conversation = activity.get("channelData"), activity.get("conversation")
    tenant = channel.get("tenant") if isinstance(channel, Mapping) else None
    named = [tenant.get("id") if isinstance(tenant, Mapping) else None, conversation.get("tenantId") if isinstance(conversation, Mapping) else None]
    return {str(value).casefold() for value in named if value}
