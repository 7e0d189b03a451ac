"""`python3 -m bot.setup [--dev] [--no-artifacts]`: brings everything up to date, and does nothing where nothing changed."""

import argparse
import subprocess
import sys


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m bot.setup", description="Makes both environments, the encoder, the index and the Rasa model.")
    parser.add_argument("--dev", action="store_true", help="with the tools for tests, types and style")
    parser.add_argument("--no-artifacts", action="store_true", help="the environments only")
    args = parser.parse_args()
    if sys.version_info < (3, 10):  # noqa: UP036 - it runs under whatever python3 there is
        print(f"[setup] the set-up needs Python 3.10 or newer to start, this is {sys.version.split()[0]}", file=sys.stderr)
        return 1
    # Only now: an older Python cannot even import these.
    from bot.setup.environments import main_environment, make_environments
    from bot.setup.steps import ROOT, SetupError, fail

    try:
        make_environments(args.dev)
    except SetupError as error:
        return fail(error)
    if args.no_artifacts:
        return 0
    return subprocess.run([main_environment(args.dev).python, "-m", "bot.setup.artifacts"], cwd=ROOT).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
