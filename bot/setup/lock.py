"""`python3 -m bot.setup.lock`: solves the extras of pyproject.toml anew and writes exact versions, without any address, to `requirements/`."""

import os
import sys
from pathlib import Path

from bot.setup.environments import REQUIREMENTS, find_uv, pinned_torch, torch_options
from bot.setup.steps import ROOT, SetupError, fail, run, step

_TREES = (("main", "3.11", ("main",)), ("dev", "3.11", ("main", "dev")), ("rasa", "3.10", ("rasa",)))


def lock() -> None:
    """Raises `SetupError` when the versions asked for do not fit together."""
    uv = find_uv()
    torch = torch_options(os.environ.get("PIP_FIND_LINKS", ""), pinned_torch())
    for name, python, extras in _TREES:
        with step(f"requirements/{name}.txt"):
            solved = ROOT / "var" / f"{name}.solved"
            solved.unlink(missing_ok=True)
            options = ["--python-version", python, "--no-header", "--no-annotate", *torch]
            constraint = ["--constraint", REQUIREMENTS / "main.txt"] if name == "dev" else []
            wanted = [option for extra in extras for option in ("--extra", extra)]
            run([uv, "pip", "compile", ROOT / "pyproject.toml", *wanted, *options, *constraint, "--output-file", solved], f"lock {name}")
            lines = pins(solved.read_text(encoding="utf-8"))
            if name == "dev":
                lines = [line for line in lines if line not in _written("main")]
            (REQUIREMENTS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
            solved.unlink()


def pins(solved: str) -> list[str]:
    """The `name==version` lines: no options, which may hold addresses, and no local label such as `+cpu`, which one registry alone has."""
    return [line.split("+")[0] for line in solved.splitlines() if "==" in line and not line.startswith(("-", "#", " "))]


def _written(name: str) -> set[str]:
    return set(Path(REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    try:
        lock()
    except SetupError as error:
        sys.exit(fail(error))
