"""A folder of generated bundles: killed hard while it is read and while it is indexed, the command goes on where it was."""

import importlib.util
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from knowledge.settings import PROJECT_ROOT

pytestmark = [pytest.mark.integration, pytest.mark.slow]

BUNDLES = 12


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """The benchmark's generator and runner; benchmarks are no package that is installed."""
    spec = importlib.util.spec_from_file_location("benchmarks_corpus", PROJECT_ROOT / "benchmarks" / "corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_killed_run_goes_on_and_one_change_costs_little(corpus: ModuleType, encoder_dir: Path, tmp_path: Path) -> None:
    bundles, data = tmp_path / "bundles", tmp_path / "data"
    corpus.write_corpus(bundles, BUNDLES)
    assert len({path.read_text(encoding="utf-8") for path in bundles.iterdir()}) == BUNDLES

    first = corpus.index(bundles, data, kill_after=f"[{BUNDLES // 2}/")
    assert first.read == BUNDLES // 2
    assert first.encoded == 0
    # The bundle that was named when the kill came may have been published or not.
    second = corpus.index(bundles, data, kill_after="texts encoded")
    assert second.read in (BUNDLES - first.read, BUNDLES - first.read + 1)
    assert second.encoded > 0
    rest = corpus.index(bundles, data)
    assert rest.read == 0
    assert rest.encoded > 0
    assert not list((data / "index").glob("*.vectors"))

    corpus.change_one(bundles)
    changed = corpus.index(bundles, data)
    assert changed.read == 1
    assert 0 < changed.encoded <= 4


def test_two_processes_index_the_same_folder_at_once(corpus: ModuleType, encoder_dir: Path, tmp_path: Path) -> None:
    bundles, data = tmp_path / "bundles", tmp_path / "data"
    corpus.write_corpus(bundles, 4)
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda _: corpus.index(bundles, data), range(2)))
    assert all(run.read <= 4 for run in runs)
    assert sum(run.read for run in runs) >= 4
    again = corpus.index(bundles, data)
    assert (again.read, again.encoded) == (0, 0)
