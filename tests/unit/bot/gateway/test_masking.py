import pytest

from bot.gateway.masking import clean, mask, plain


@pytest.mark.parametrize(
    ("message", "masked"),
    [
        ("85.07.30-033.28", "[rijksregisternummer]"),
        ("rrn 85073003328 dank", "rrn [rijksregisternummer] dank"),
        ("85 07 30 033 28", "[rijksregisternummer]"),
        ("850730-033-28", "[rijksregisternummer]"),
        ("85.07.30-033.99", "[rijksregisternummer]"),  # printed as one: a typo in it hides nothing
        ("00.01.01-001.05", "[rijksregisternummer]"),  # born in 2000: checked with a 2 in front
        ("85473003317", "[rijksregisternummer]"),  # BIS number: the month is raised by 40
        ("85073003329", "85073003329"),
        ("+32471993753", "+32471993753"),
        ("0471 99 37 53", "0471 99 37 53"),
        ("053 72 32 50 of 053/72.33.04", "053 72 32 50 of 053/72.33.04"),
        ("18.06.2026 om 18u30", "18.06.2026 om 18u30"),
        ("BE68 5390 0754 7034 is mijn rekening", "[rekeningnummer] is mijn rekening"),
        ("be68539007547034", "[rekeningnummer]"),
        ("NL91 ABNA 0417 1643 00.", "[rekeningnummer]."),
        ("BE68 5390 0754 7035", "BE68 5390 0754 7035"),
        ("4111 1111 1111 1111", "[kaartnummer]"),
        ("4111-1111-1111-1112", "4111-1111-1111-1112"),
        ("€ 3.962,40 bruto", "€ 3.962,40 bruto"),
    ],
)
def test_identifying_numbers(message: str, masked: str) -> None:
    assert mask(message).text == masked


@pytest.mark.parametrize(
    ("message", "flags"),
    [
        ("ik heb een strafblad, mag ik solliciteren?", ("convictions",)),
        ("Ik ben ooit veroordeeld voor diefstal", ("convictions",)),
        ("kben zwanger, ik start dan later", ("health",)),
        ("Ik zit in een rolstoel en heb een veroordeling", ("health", "convictions")),
        ("I have a criminal record", ("convictions",)),
        ("j'ai un handicap", ("health",)),
        ("Moet ik een uittreksel uit het strafregister afgeven?", ()),
        ("Wordt er een medisch onderzoek gevraagd?", ()),
        ("Is er zorg voor mensen met een handicap?", ()),
        ("Wat is het loon?", ()),
    ],
)
def test_sensitive_words_about_oneself(message: str, flags: tuple[str, ...]) -> None:
    assert mask(message).sensitive == flags
    assert mask(message).text == message


def test_clean_keeps_line_breaks_emoji_and_accents() -> None:
    assert clean(" één\tkeer\r\n👩\u200d👩 \x00\x9f\u2066x\ud800 ") == "één\tkeer\n👩\u200d👩 x"


@pytest.mark.parametrize(("message", "expected"), [("/a", "a"), ("///", "?"), ("/ /b/c", "b/c"), ("a/b", "a/b")])
def test_plain(message: str, expected: str) -> None:
    assert plain(message) == expected
