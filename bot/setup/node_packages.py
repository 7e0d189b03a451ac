"""`python3 -m bot.setup.node_packages`: npm packages that tests use (never the service), installed where npm is there."""

import shutil
import sys

from bot.setup.steps import ROOT, SetupError, content_hash, is_current, run, step

FOLDERS = (ROOT / "tests" / "prism", ROOT / "bot" / "web" / "widget")


def main() -> int:
    """Never fails: tests that need a missing package are skipped with the reason."""
    if shutil.which("npm") is None:
        print("[setup] npm not found; tests that need packages from it will be skipped", flush=True)
        return 0
    for folder in FOLDERS:
        stamp, inputs = folder / "node_modules" / ".vacaturebot.stamp", content_hash([folder / "package.json", folder / "package-lock.json"])
        if is_current(stamp, inputs):
            continue
        try:
            with step(f"npm packages of {folder.relative_to(ROOT)}"):
                run(["npm", "ci", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"], f"npm ci {folder.name}")
            stamp.write_text(inputs, encoding="utf-8")
        except SetupError as error:
            print(f"[setup] {error}; tests that use {folder.name} will be skipped", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
