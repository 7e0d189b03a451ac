"""The three processes of the service and the command that runs them."""

import argparse
import asyncio
import logging
import os
import sys
from pathlib import Path

from bot.serve.ports import PortInUse, free_ports, require_free
from bot.serve.supervisor import Child, Supervisor
from knowledge.settings import PROJECT_ROOT, Settings, load_settings

RASA_PYTHON = PROJECT_ROOT / ".venv-rasa" / "bin" / "python"


def serve_command(args: argparse.Namespace) -> int:
    """Runs everything in the foreground; 0 after Ctrl-C or SIGTERM, 1 with one sentence when it cannot start."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s", stream=sys.stderr)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    settings = load_settings()
    try:
        _require_setup(settings)
        settings = with_inner_ports(settings)
    except (PortInUse, FileNotFoundError) as error:
        print(f"vacaturebot: {error}", file=sys.stderr)
        return 1
    asyncio.run(_serve(settings))
    return 0


def with_inner_ports(settings: Settings) -> Settings:
    """The settings with every port known and free. Raises `PortInUse`."""
    require_free(settings.host, settings.port, "BOT_PORT")
    if settings.rasa_port is not None:
        require_free("127.0.0.1", settings.rasa_port, "BOT_RASA_PORT")
    if settings.actions_port is not None:
        require_free("127.0.0.1", settings.actions_port, "BOT_ACTIONS_PORT")
    rasa_port, actions_port = free_ports(2)
    return settings.model_copy(update={"rasa_port": settings.rasa_port or rasa_port, "actions_port": settings.actions_port or actions_port})


def children(settings: Settings) -> list[Child]:
    """Gateway, Rasa and action server; only the gateway may listen on more than the loopback address."""
    environment = child_environment(settings, dict(os.environ))
    options = "--factory --ws none --no-access-log --no-server-header --log-level warning --timeout-graceful-shutdown 3"
    uvicorn = (sys.executable, "-m", "uvicorn", *options.split())
    actions = (*uvicorn, "--host", "127.0.0.1", "--port", str(settings.actions_port), "actions.server:create_app")
    gateway = (*uvicorn, "--host", settings.host, "--port", str(settings.port), "bot.gateway.app:create_app")
    rasa = (str(RASA_PYTHON), "-m", "bot.dialogue.run_rasa")
    folder = str(PROJECT_ROOT)
    return [Child(name, command, environment, folder) for name, command in (("rasa", rasa), ("actions", actions), ("gateway", gateway))]


def child_environment(settings: Settings, inherited: dict[str, str]) -> dict[str, str]:
    """The settings as variables, with absolute folders, and what keeps libraries quiet, offline and frugal."""
    values: dict[str, object] = settings.model_dump(exclude_none=True)
    values["internal_secret"] = settings.internal_secret.get_secret_value()
    values["actions_url"] = settings.actions_url
    values["rasa_model_dir"] = settings.rasa_model_dir
    values["encoder_folder"] = settings.encoder_dir
    fixed = {
        # With more threads than free cores a call of 6 ms takes hundreds: they spin while they wait.
        "OMP_NUM_THREADS": str(settings.encoder_threads),
        "OMP_WAIT_POLICY": "PASSIVE",
        "MALLOC_ARENA_MAX": "2",
        "TOKENIZERS_PARALLELISM": "false",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "PYTHONUNBUFFERED": "1",
    }
    if settings.encoder is None:
        fixed["HF_HUB_OFFLINE"] = "1"
    return inherited | {f"BOT_{name.upper()}": str(value) for name, value in values.items()} | fixed


def address(settings: Settings) -> str:
    """Where a browser on this machine finds the gateway."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::", "") else settings.host
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _require_setup(settings: Settings) -> None:
    for path, what in ((RASA_PYTHON, "Rasa's Python environment"), (settings.rasa_model_dir, "the trained Rasa model")):
        if not Path(path).exists():
            raise FileNotFoundError(f"{what} is not there ({path}): run `make setup` first")


async def _serve(settings: Settings) -> None:
    import httpx

    url = address(settings)
    async with httpx.AsyncClient(timeout=3, trust_env=False) as client:

        async def is_ready() -> bool:
            try:
                return (await client.get(f"{url}/readyz")).status_code == 200
            except httpx.HTTPError:
                return False

        await Supervisor(children(settings), is_ready, lambda: print(f"vacaturebot is klaar: {url}", flush=True)).run()
