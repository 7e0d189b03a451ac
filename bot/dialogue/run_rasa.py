"""Starts the Rasa server: `.venv-rasa/bin/python -m bot.dialogue.run_rasa`.

Environment: BOT_RASA_PORT, BOT_RASA_MODEL_DIR (folder with the trained model), BOT_ACTIONS_URL (address of the action server), BOT_INTERNAL_SECRET,
BOT_DATA_DIR, BOT_ENCODER_FOLDER, and for several machines BOT_DATABASE_URL and BOT_REDIS_URL. Listens on loopback only, without Rasa's HTTP API.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
CREDENTIALS = Path(__file__).with_name("credentials.yml")

# Read by Sanic and Rasa when they are imported.
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SANIC_ACCESS_LOG": "false",
    "SANIC_REQUEST_MAX_SIZE": "131072",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}


def main() -> int:
    """Serves until it is told to stop; 1 with one sentence when the environment lacks something."""
    os.environ.update(_QUIET)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s", stream=sys.stderr)
    try:
        model = newest_model(Path(_required(os.environ, "BOT_RASA_MODEL_DIR")))
        port = int(_required(os.environ, "BOT_RASA_PORT"))
        actions_url = _required(os.environ, "BOT_ACTIONS_URL")
        secret = _required(os.environ, "BOT_INTERNAL_SECRET")
    except (ValueError, FileNotFoundError) as error:
        print(f"rasa: {error}", file=sys.stderr)
        return 1
    serve(model, port, actions_url, secret)
    return 0


def newest_model(folder: Path) -> Path:
    """The newest model in the folder, or the folder itself if it is a model file. Raises `FileNotFoundError`."""
    if folder.is_file():
        return folder
    models = sorted(folder.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    if not models:
        raise FileNotFoundError(f"no trained model in {folder}: run the set-up (make setup)")
    return models[-1]


def serve(model: Path, port: int, actions_url: str, secret: str) -> None:
    """Blocks while the server runs."""
    # Rasa's libraries are of 2023, and some undo any filter: whoever runs the service can do nothing about what they say of later ones.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    from bot.dialogue import without_tensorflow

    without_tensorflow.leave_out()
    from rasa.core.run import close_resources, configure_app, create_http_input_channels, load_agent_on_start
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.log_utils import configure_structlog

    from bot.dialogue import stores
    from bot.dialogue.action_calls import ActionEndpoint, check_replies_with_compiled_schema
    from bot.dialogue.channel import SECRET_HEADER

    # Unless told otherwise it writes every event at debug level, candidates' words included.
    configure_structlog(logging.WARNING)
    check_replies_with_compiled_schema()
    stores.fail_when_the_store_fails()
    stores.make_sqlite_quick()
    endpoints = AvailableEndpoints(
        action=ActionEndpoint(f"{actions_url.rstrip('/')}/webhook", headers={SECRET_HEADER: secret}),
        tracker_store=stores.tracker_store(os.environ),
        lock_store=stores.lock_store(os.environ),
    )
    app: Any = configure_app(create_http_input_channels(None, str(CREDENTIALS)), enable_api=False, port=port, endpoints=endpoints)
    app.ctx.tracker_store_class = stores.TRACKER_STORE_CLASS

    async def load(application: Any, loop: object) -> None:
        await load_agent_on_start(str(model), endpoints, None, application, loop)

    app.register_listener(load, "before_server_start")
    app.register_listener(close_resources, "after_server_stop")
    app.run(host=HOST, port=port, workers=1, access_log=False, motd=False)


def _required(environment: Mapping[str, str], name: str) -> str:
    if not (value := environment.get(name)):
        raise ValueError(f"{name} is not set")
    return value


if __name__ == "__main__":
    sys.exit(main())
