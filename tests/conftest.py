"""Fixtures that every test may use. What needs the set-up fails, with what to do, when it was not run."""

import os
from pathlib import Path

import pytest

from knowledge.settings import load_settings


def pytest_configure() -> None:
    """No test may wait for a model hub."""
    os.environ["HF_HUB_OFFLINE"] = "1"


@pytest.fixture(scope="session")
def encoder_dir() -> Path:
    """The unpacked and exported default encoder."""
    folder = load_settings().encoder_dir
    if not (folder / "openvino" / "manifest.json").is_file():
        pytest.fail("the encoder is not set up: run `make setup`")
    return folder
