"""What is encoded when an index is built."""

from pathlib import Path
from typing import Any

from index.build import build, load_bundles, make_snapshot
from index.storage import load_snapshot
from knowledge.catalog import Bundle


def test_unchanged_texts_are_not_encoded_again(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles[:1], encoder, index_folder)
    first = encoder.encoded
    build(bundles[:1], encoder, index_folder)
    assert encoder.encoded == first
    build(bundles, encoder, index_folder)
    assert first < encoder.encoded < 2 * first


def test_an_index_of_nothing(encoder: Any, index_folder: Path) -> None:
    build([], encoder, index_folder)
    assert load_snapshot(index_folder, encoder).passages == []


def test_vacancies_are_named_by_file_and_title(bundles: list[Bundle], encoder: Any) -> None:
    names = make_snapshot(bundles, encoder).names["delinde_verpleegkundige"]
    assert "delinde verpleegkundige" in names
    assert "Verpleegkundige in De Linde" in names


def test_unreadable_files_are_reported_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Tuinman gezocht\n\nJe snoeit de hagen van de gemeente en je maait het gras in het park.\n")
    (tmp_path / "bad.pdf").write_bytes(b"")
    reports: list[str] = []
    assert [bundle.document.id for bundle in load_bundles(tmp_path, reports.append)] == ["good"]
    assert len(reports) == 1
    assert reports[0].startswith("bad.pdf")
