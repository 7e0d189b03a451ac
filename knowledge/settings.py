"""All settings of the service, read once from the environment and passed on; nothing else reads `BOT_*` variables."""

import json
import os
import re
import secrets
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_serializer, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.clock import Clock

PROJECT_ROOT = Path(__file__).resolve().parents[1]


class SettingsError(ValueError):
    """A setting cannot be used; the message names every wrong variable and the value it had."""


class Settings(BaseSettings):
    """One field per `BOT_*` variable. Build it with `load_settings()`, which raises `SettingsError`.

    Relative folders given in the environment count from the working directory, the defaults from the repository.
    """

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True, extra="ignore", frozen=True)

    env: Literal["development", "test", "production"] = Field("development", description="kind of installation")
    host: str = Field("127.0.0.1", description="address that the gateway listens on")
    port: int = Field(8000, ge=1, le=65535, description="port that the gateway listens on")
    knowledge_dir: Path = Field(PROJECT_ROOT / "knowledge" / "bundles", description="folder of infobundels")
    data_dir: Path = Field(PROJECT_ROOT / "var", description="databases and index")
    models_dir: Path = Field(PROJECT_ROOT / "var" / "models", description="encoder and Rasa model, which depend on no data and may be shared")
    today: date | None = Field(None, description="the date that the bot believes it is (ISO); refused in production")
    database_url: str | None = Field(None, description="SQLAlchemy address of PostgreSQL; SQLite files in the data folder when empty")
    redis_url: str | None = Field(None, description="Redis for locks and rate limits over several machines")
    encoder: str | None = Field(None, description="another sentence-transformers model: a folder or hub id")
    encoder_threads: int = Field(1, ge=1, le=64, description="threads of one encoder call while serving")
    rasa_port: int | None = Field(None, ge=1, le=65535, description="inner port of Rasa; a free one when empty")
    actions_port: int | None = Field(None, ge=1, le=65535, description="inner port of the action server; a free one when empty")
    internal_secret: SecretStr = Field(
        default_factory=lambda: SecretStr(secrets.token_urlsafe(32)), description="shared by our processes; made at start when empty"
    )
    turn_seconds: float = Field(8.0, gt=0, le=60, description="seconds after which a turn without an answer becomes an apology")
    turns_per_minute: int = Field(30, ge=1, description="turns a minute of one conversation")
    address_turns_per_minute: int = Field(9000, ge=1, description="turns a minute of one network address")
    keep_days: int = Field(30, ge=1, description="days after its last turn that a conversation is erased")
    metrics_port: int | None = Field(None, ge=1, le=65535, description="loopback port of the metrics; a free one, told in the log, when empty")
    public_url: str | None = Field(None, description="address of the gateway as candidates see it, for links in mails; host and port when empty")
    widget_origins: str | None = Field(
        None, description="websites that may show the chat, separated by spaces: `https://www.example.be`; only our own pages when empty"
    )
    widget_hours: int = Field(24, ge=20, description="hours after its last message that the chat on a website still shows a conversation")
    smtp_host: str | None = Field(None, description="mail server; without one mails are written to the folder mail/ in the data folder")
    smtp_port: int = Field(587, ge=1, le=65535, description="port of the mail server")
    smtp_security: Literal["starttls", "tls", "none"] = Field("starttls", description="how the mail server is spoken to")
    smtp_user: str | None = Field(None, description="login at the mail server")
    smtp_password: SecretStr | None = Field(None, description="password at the mail server")
    mail_from: str = Field("vacaturebot@localhost", description="sender of mails")
    signup_capacity: int | None = Field(None, ge=0, description="places in each infosession; no limit when empty")
    signup_everywhere: bool = Field(False, description="also take sign-ups for sessions with an online form or telephone registration")
    signup_keep_days: int = Field(30, ge=1, description="days after the infosession that a sign-up is erased")
    recruiter_email: str | None = Field(None, description="gets call-back requests and unanswered questions by mail; no such mails when empty")
    recruiter_password: SecretStr | None = Field(None, description="opens the recruiter's page, together with the name recruiter; no page when empty")
    graph_webinars: dict[str, str] = Field(
        default_factory=dict, description='Teams webinars that sign-ups are passed on to, as JSON: `{"bundle/2026-12-01T19:00": "webinar id"}`'
    )
    graph_tenant: str | None = Field(None, description="Microsoft 365: id of the tenant")
    graph_client_id: str | None = Field(None, description="Microsoft 365: id of the app registration")
    graph_client_secret: SecretStr | None = Field(None, description="Microsoft 365: secret of the app registration")
    graph_authority: str = Field("https://login.microsoftonline.com", description="where tokens come from; another one only when BOT_ENV=test")
    graph_url: str = Field("https://graph.microsoft.com/v1.0", description="address of Microsoft Graph; another one only when BOT_ENV=test")
    teams_app_id: str | None = Field(None, description="Microsoft Teams: application (client) id of the bot; no Teams when empty")
    teams_tenant: str | None = Field(None, description="Microsoft Teams: id of the only tenant whose people the bot answers")
    teams_client_secret: SecretStr | None = Field(None, description="Microsoft Teams: secret of the bot's app registration")
    teams_webhook_url: SecretStr | None = Field(
        None, description="Workflows address of the recruiters' channel, for cards of sign-ups and call-back requests; no cards when empty"
    )
    teams_openid_url: str = Field(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        description="where the keys of Teams' tokens are found; another address only when BOT_ENV=test",
    )
    teams_login_url: str = Field(
        "https://login.microsoftonline.com", description="where the bot gets its own tokens for Teams; another address only when BOT_ENV=test"
    )
    teams_service_url: str | None = Field(None, description="one more address that replies may be sent to; only when BOT_ENV=test")

    @field_validator("knowledge_dir", "data_dir", "models_dir")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().resolve()

    @field_validator("internal_secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr) -> SecretStr:
        if len(secret.get_secret_value()) < 16:
            raise ValueError("needs at least 16 characters")
        return secret

    @field_validator("widget_origins")
    @classmethod
    def _origins(cls, origins: str | None) -> str | None:
        if wrong := [origin for origin in (origins or "").split() if not _ORIGIN.fullmatch(origin)]:
            raise ValueError(f"{' '.join(wrong)} is no origin: scheme and host, with a port if need be, and nothing after it")
        return origins

    @model_validator(mode="after")
    def _real_clock_in_production(self) -> Self:
        if self.env == "production" and self.today is not None:
            raise ValueError(f"BOT_TODAY={self.today.isoformat()} is refused when BOT_ENV=production: answers must know the real date")
        return self

    @model_validator(mode="after")
    def _microsoft_365_whole(self) -> Self:
        missing = [f"BOT_{name.upper()}" for name in ("graph_tenant", "graph_client_id", "graph_client_secret") if not getattr(self, name)]
        if self.graph_webinars and missing:
            raise ValueError(f"BOT_GRAPH_WEBINARS needs {', '.join(missing)}")
        for name in ("graph_authority", "graph_url"):
            if self.env != "test" and getattr(self, name) != type(self).model_fields[name].default:
                raise ValueError(f"BOT_{name.upper()} is refused unless BOT_ENV=test: tokens and names would go elsewhere")
        return self

    @field_serializer("graph_webinars")
    def _as_json(self, webinars: dict[str, str]) -> str:
        return json.dumps(webinars)

    @field_serializer("smtp_password", "recruiter_password", "graph_client_secret", when_used="unless-none")
    def _in_words(self, secret: SecretStr) -> str:
        """`vacaturebot serve` hands the settings on to its processes by their dump."""
        return secret.get_secret_value()

    @model_validator(mode="after")
    def _teams_whole_and_closed(self) -> Self:
        needed = {"BOT_TEAMS_APP_ID": self.teams_app_id, "BOT_TEAMS_TENANT": self.teams_tenant, "BOT_TEAMS_CLIENT_SECRET": self.teams_client_secret}
        missing = [name for name, value in needed.items() if not value]
        if 0 < len(missing) < len(needed):
            raise ValueError(f"{', '.join(missing)} must be set too: without all of {', '.join(needed)} nobody can be told from an impostor")
        for name in ("teams_openid_url", "teams_login_url", "teams_service_url"):
            if self.env != "test" and getattr(self, name) != type(self).model_fields[name].default:
                raise ValueError(f"BOT_{name.upper()} is refused unless BOT_ENV=test: anybody could sign tokens there")
        webhook = self.teams_webhook_url.get_secret_value() if self.teams_webhook_url else ""
        if webhook and self.env != "test" and not webhook.startswith("https://"):
            raise ValueError("BOT_TEAMS_WEBHOOK_URL must begin with https://: names of candidates go there")
        if self.env != "test" and (self.env == "production" or self.teams_app_id) and (switches := _unauthenticated_switches()):
            raise ValueError(f"{', '.join(switches)} is refused: every message must prove that it comes from Teams")
        return self

    @field_serializer("teams_client_secret", "teams_webhook_url", when_used="unless-none")
    def _teams_in_words(self, secret: SecretStr) -> str:
        return secret.get_secret_value()

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """The websites that may show the chat."""
        return tuple((self.widget_origins or "").casefold().split())

    @property
    def encoder_dir(self) -> Path:
        """Folder of the default encoder, unpacked at set-up."""
        return self.models_dir / "encoder"

    @property
    def rasa_model_dir(self) -> Path:
        return self.models_dir / "rasa"

    @property
    def index_dir(self) -> Path:
        return self.data_dir / "index"

    @property
    def rasa_url(self) -> str:
        """Raises `SettingsError` outside `vacaturebot serve`, which chooses the port."""
        return _inner_url("BOT_RASA_PORT", self.rasa_port)

    @property
    def actions_url(self) -> str:
        """Raises `SettingsError` outside `vacaturebot serve`, which chooses the port."""
        return _inner_url("BOT_ACTIONS_PORT", self.actions_port)

    @property
    def links_url(self) -> str:
        """Address that links in mails begin with, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    def clock(self) -> Clock:
        return Clock(self.today)


def load_settings() -> Settings:
    """Settings from the environment.

    Raises:
        SettingsError: a variable has a value that cannot be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("; ".join(_problem(detail["loc"], detail["msg"], detail["input"]) for detail in error.errors())) from None


_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?")

# Switches of the Teams SDK and of its forerunners by which a bot takes anybody's word.
_SWITCH = re.compile(r"UNAUTHENTICATED|SKIP_?AUTH|DISABLE_?AUTH|ALLOW_?ANONYMOUS", re.IGNORECASE)
_OFF = frozenset({"", "0", "false", "no", "off"})


def _unauthenticated_switches() -> list[str]:
    return sorted(name for name, value in os.environ.items() if _SWITCH.search(name) and value.strip().casefold() not in _OFF)


def _inner_url(name: str, port: int | None) -> str:
    if port is None:
        raise SettingsError(f"{name} is not set: `vacaturebot serve` sets it")
    return f"http://127.0.0.1:{port}"


def _problem(location: tuple[int | str, ...], message: str, value: object) -> str:
    message = message.removeprefix("Value error, ")
    if not location:
        return message
    name = f"BOT_{str(location[0]).upper()}"
    shown = "(hidden)" if any(word in name for word in ("SECRET", "PASSWORD", "WEBHOOK")) else repr(str(value))
    return f"{name}={shown}: {message}"
