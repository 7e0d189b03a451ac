"""`python3 -m bot.setup.system_packages`: Debian packages that tests use, installed where they are missing and we may."""

import os
import shutil
import subprocess
import sys

from bot.setup.steps import SetupError, run, step

_PACKAGES = {"chromium": ("chromium",), "firefox-esr": ("firefox-esr",), "tesseract": ("tesseract-ocr", "tesseract-ocr-nld")}


def is_there(program: str) -> bool:
    """Whether the program can be used; Tesseract only when it can read Dutch."""
    if shutil.which(program) is None:
        return False
    if program != "tesseract":
        return True
    return "nld" in subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()


def main() -> int:
    """Never fails: tests that need a missing program are skipped with the reason."""
    missing = [program for program in _PACKAGES if not is_there(program)]
    if not missing:
        return 0
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(f"[setup] {', '.join(missing)} not found and not installed (needs root and apt-get); tests that use them will be skipped", flush=True)
        return 0
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # One by one: not every distribution has all of them, and one that is missing must not keep the others away.
    for number, program in enumerate(missing):
        try:
            with step(f"system packages: {', '.join(_PACKAGES[program])}"):
                if number == 0:
                    run(["apt-get", "update", "-q"], "apt-get update", environment)
                run(["apt-get", "install", "-q", "-y", "--no-install-recommends", *_PACKAGES[program]], f"apt-get install {program}", environment)
        except SetupError as error:
            print(f"[setup] {error}; tests that use {program} will be skipped", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
