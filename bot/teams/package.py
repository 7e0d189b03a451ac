"""`make teams-package`: the app package that an administrator uploads to Teams, checked without Microsoft."""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import fastjsonschema
from PIL import Image

from bot.teams.icons import ACCENT, COLOR_SIZE, OUTLINE_SIZE, color_icon, outline_icon
from knowledge.settings import PROJECT_ROOT, Settings, SettingsError, load_settings

MANIFEST_VERSION = "1.22"
SCHEMA = Path(__file__).parent / "schemas" / f"manifest-{MANIFEST_VERSION}.json"
"""As published in the npm package @microsoft/app-manifest 1.1.2 (MIT licence); only its white space was taken out."""

_EXAMPLE_APP, _EXAMPLE_URL = "00000000-0000-0000-0000-000000000000", "https://jobs.example.be"
_DESCRIPTION = (
    "Stel een vraag over een vacature: tot wanneer je kan solliciteren, wie je kan bellen, of je diploma volstaat. De chatbot antwoordt met de "
    "tekst uit de infobundel en de bron, of zegt dat het er niet in staat. Je schrijft je ook in voor een infosessie. Het is een "
    "computerprogramma, geen mens, en het beslist niets over je kandidatuur."
)
_SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_FILES = ("manifest.json", "color.png", "outline.png")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same settings give the same bytes


class PackageError(ValueError):
    """The package cannot be used; the message says why."""


def manifest(app_id: str, public_url: str, release: str) -> dict[str, Any]:
    """The app's manifest. `public_url` is where the gateway's pages are, with https."""
    host = urlsplit(public_url).hostname or ""
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{MANIFEST_VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": MANIFEST_VERSION,
        "version": release,
        # Another id than the bot's, and always the same for one bot: an upload replaces the app.
        "id": str(uuid.uuid5(uuid.UUID(app_id), "vacaturebot")),
        "localizationInfo": {"defaultLanguageTag": "nl-be"},
        "developer": {
            "name": "vacaturebot",
            "websiteUrl": public_url,
            "privacyUrl": f"{public_url}/privacy",
            "termsOfUseUrl": f"{public_url}/voorwaarden",
        },
        "name": {"short": "Vacaturebot", "full": "Vacaturebot: vragen over onze vacatures"},
        "description": {
            "short": "Chatbot die vragen over vacatures beantwoordt uit de infobundel",
            "full": _DESCRIPTION,
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [
            {
                "botId": app_id,
                "scopes": ["personal", "team", "groupChat"],
                "supportsFiles": False,
                "isNotificationOnly": False,
                "commandLists": [
                    {
                        "scopes": ["personal"],
                        "commands": [
                            {"title": "Welke vacatures zijn er?", "description": "Toont de vacatures"},
                            {"title": "Tot wanneer kan ik solliciteren?", "description": "De laatste dag om te solliciteren"},
                            {"title": "Volstaat mijn diploma?", "description": "Legt je diploma naast de voorwaarde in de infobundel"},
                            {"title": "Schrijf me in voor de infosessie", "description": "Toont het formulier om in te schrijven"},
                        ],
                    }
                ],
            }
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [host],
    }


def build(app_id: str, public_url: str, release: str) -> bytes:
    """The zip, checked. Raises PackageError."""
    contents = {
        "manifest.json": json.dumps(manifest(app_id, public_url.rstrip("/"), release), ensure_ascii=False, indent=2).encode(),
        "color.png": color_icon(),
        "outline.png": outline_icon(),
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name in _FILES:
            package.writestr(ZipInfo(name, _LONG_AGO), contents[name], ZIP_DEFLATED)
    check(made.getvalue())
    return made.getvalue()


def check(package: bytes) -> None:
    """Raises PackageError for what Teams would refuse: the published schema, and what that doesn't check (version, icons, addresses)."""
    with ZipFile(BytesIO(package)) as files:
        if sorted(files.namelist()) != sorted(_FILES):
            raise PackageError(f"the package holds {', '.join(files.namelist())}")
        told = json.loads(files.read("manifest.json"))
        try:
            fastjsonschema.validate(json.loads(SCHEMA.read_text(encoding="utf-8")), told, use_default=False)
        except fastjsonschema.JsonSchemaException as error:
            raise PackageError(f"the manifest does not follow the schema: {error}") from None
        _check_beyond_the_schema(told)
        _check_icon(files.read("color.png"), COLOR_SIZE)
        _check_icon(files.read("outline.png"), OUTLINE_SIZE, white=True)


def _check_beyond_the_schema(told: Mapping[str, Any]) -> None:
    if told["manifestVersion"] != MANIFEST_VERSION:
        raise PackageError(f"the manifest is of version {told['manifestVersion']}, the schema of {MANIFEST_VERSION}")
    if not _SEMVER.fullmatch(told["version"]):
        raise PackageError(f"{told['version']!r} is no version of three numbers")
    for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl"):
        parts = urlsplit(told["developer"][name])
        if parts.scheme != "https" or not parts.hostname or parts.hostname in ("localhost", "127.0.0.1", "::1"):
            raise PackageError(f"{name} must be a public address with https: set BOT_PUBLIC_URL")
    if told["id"] == told["bots"][0]["botId"]:
        raise PackageError("the app and the bot need ids of their own")


def _check_icon(content: bytes, size: int, *, white: bool = False) -> None:
    with Image.open(BytesIO(content)) as icon:
        if icon.format != "PNG" or icon.size != (size, size):
            raise PackageError(f"an icon must be a PNG of {size} x {size}, not {icon.format} of {icon.size[0]} x {icon.size[1]}")
        if not white:
            return
        pixels = icon.convert("RGBA")
        if any(pixels.getchannel(channel).getextrema() != (255, 255) for channel in "RGB") or pixels.getchannel("A").getextrema()[0] != 0:
            raise PackageError("the outline must be white on nothing")


def write(settings: Settings, folder: Path) -> Path:
    """Writes the package; without settings for Teams an example, named so, that shows what it looks like."""
    real = settings.teams_app_id is not None
    app_id, url = (settings.teams_app_id or _EXAMPLE_APP), (settings.public_url or "") if real else _EXAMPLE_URL
    path = folder / ("vacaturebot-teams.zip" if real else "vacaturebot-teams-example.zip")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(build(app_id, url, version("vacaturebot")))
    return path


def main() -> int:
    """Writes the package to dist/; 2 with one sentence when it cannot be made."""
    try:
        settings = load_settings()
        path = write(settings, PROJECT_ROOT / "dist")
    except (SettingsError, ValueError) as error:
        print(f"vacaturebot: {error}", file=sys.stderr)
        return 2
    print(path)
    if settings.teams_app_id is None:
        print("An example, not to be uploaded: set BOT_TEAMS_APP_ID and BOT_PUBLIC_URL for your own.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
