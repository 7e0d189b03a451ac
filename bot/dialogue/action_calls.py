"""How Rasa calls the action server: within a time limit, and with the check of its reply compiled once."""

from __future__ import annotations

from typing import Any

import aiohttp  # type: ignore[import-not-found, unused-ignore]
from jsonschema.exceptions import best_match  # type: ignore[import-untyped, unused-ignore]
from jsonschema.validators import validator_for  # type: ignore[import-untyped, unused-ignore]
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

ACTION_SECONDS = 6.0  # Rasa would wait for five minutes and hold the conversation's lock meanwhile


class ActionEndpoint(EndpointConfig):
    """The action server's address, with a bound on the time that a call may take."""

    def session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(headers=self.headers, timeout=aiohttp.ClientTimeout(total=ACTION_SECONDS))


def check_replies_with_compiled_schema() -> None:
    """Replaces Rasa's check of an action's reply, which builds and checks the schema anew at each call (13 of 28 ms a turn), by one built now.

    It refuses what Rasa's own refuses, with the same `jsonschema.ValidationError`.
    """
    schema = RemoteAction.action_response_format_spec()
    validator_class = validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    def validate(self: Any, result: dict[str, Any]) -> bool:
        error = best_match(validator.iter_errors(result))
        if error is not None:
            raise error
        return True

    RemoteAction._validate_action_result = validate
