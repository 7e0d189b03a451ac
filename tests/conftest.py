"""Fixtures that every test may use. What needs the set-up fails, with what to do, when it was not run."""

from pathlib import Path

import pytest

from knowledge.settings import load_settings


@pytest.fixture(scope="session")
def encoder_dir() -> Path:
    """The unpacked and exported default encoder."""
    folder = load_settings().encoder_dir
    if not (folder / "openvino" / "manifest.json").is_file():
        pytest.fail("the encoder is not set up: run `make setup`")
    return folder
