"""Whatever bytes come in: a document whose spans are right, or one clear refusal, in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.document import Document
from knowledge.readers import UnreadableBundle, ocr, read_bytes

BROKEN = Path(__file__).parents[1] / "data" / "broken"
SEEDS = sorted(BROKEN.glob("seed.*"))
MOST_SECONDS = 10.0
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def attempt(data: bytes, name: str) -> tuple[Document | None, UnreadableBundle | None]:
    """The document, or the refusal."""
    try:
        return read_bytes(data, name), None
    except UnreadableBundle as error:
        return None, error


def survive(data: bytes, name: str) -> Document | None:
    """Reads; checks the promises of a document or of a refusal; None for a refusal."""
    start = time.monotonic()
    document, refusal = attempt(data, name)
    assert time.monotonic() - start < MOST_SECONDS
    if document is None:
        assert refusal is not None
        assert refusal.reason
        assert refusal.message_nl.endswith(".")
        return None
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert block.text.strip()
        assert "\x00" not in block.text
    for link in document.links:
        assert 0 <= link.start < link.end <= len(document.text)
        assert not link.target.lower().startswith("javascript")
    document.text.encode()
    return document


@FUZZ
@given(st.binary(max_size=4000), st.sampled_from(["x.txt", "x.md", "x.html", "x.docx", "x.pdf", "x.eml"]))
def test_random_bytes(data: bytes, name: str) -> None:
    survive(data, name)


LINE = st.one_of(
    st.text(max_size=90),
    st.sampled_from(
        ["\t", "...", "========", "--------", "* een", "- 1. twee", "1. een", "a) een", "# een", "▲ een", "** een **", "[a](b)", "<b@c.be>"]
    ),
    st.sampled_from(
        ["Naam: waarde", "Loon ..... 3 euro", "  a   b   c", "a\tb\tc", "| a | b |", "Wat?", "TITEL", "van de", "een-", "0471 99 37 53", ""]
    ),
)


@FUZZ
@given(st.lists(LINE, max_size=40).map("\n".join), st.sampled_from(["x.txt", "x.md"]))
def test_odd_texts(text: str, name: str) -> None:
    survive(text.encode("utf-8", "surrogatepass"), name)


TAGS = "div p ul li table tr td th h1 h2 dl dt dd b a br details summary main aside footer nav pre form button section".split()
TOKEN = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.text(max_size=20),
    st.sampled_from(["<td rowspan=9999 colspan=9999>", "<p hidden>", "<script>", "<!--", "&#0;", "&#x202e;", '<a href="javascript:x">', "<![CDATA["]),
)


@FUZZ
@given(st.lists(TOKEN, max_size=80).map("".join))
def test_tag_soup(body: str) -> None:
    survive(f"<!doctype html><html><body><h1>Titel</h1>{body}</body></html>".encode("utf-8", "replace"), "x.html")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_seeds_are_readable(seed: Path) -> None:
    assert survive(seed.read_bytes(), seed.name) is not None


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.suffix)
@FUZZ
@given(data=st.data())
def test_damaged_files(seed: Path, data: st.DataObject) -> None:
    """Bytes changed, cut out or doubled anywhere in a good file."""
    content = bytearray(seed.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        length = data.draw(st.integers(0, 200))
        match data.draw(st.sampled_from(["change", "cut", "double", "truncate"])):
            case "change":
                content[at : at + 4] = data.draw(st.binary(min_size=4, max_size=4))
            case "cut":
                del content[at : at + length]
            case "double":
                content[at:at] = content[at : at + length] * 3
            case _:
                del content[max(10, at) :]
    survive(bytes(content), seed.name)


REFUSED = sorted(path for path in BROKEN.glob("*") if path.name != "README.md" and not path.name.startswith("seed."))


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_broken_files_are_refused_for_the_reason_in_their_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(UnreadableBundle) as caught:
        read_bytes(path.read_bytes(), path.name)
    assert caught.value.reason == path.name.split("-")[0]
