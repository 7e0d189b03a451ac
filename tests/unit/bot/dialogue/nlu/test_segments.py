import pytest

from bot.dialogue.nlu.segments import MAX_SEGMENTS, is_question, split

ONE_PART = [
    "Wanneer en waar is de infosessie?",
    "Hoeveel stappen telt de selectie en welke zijn dat?",
    "Bij wie kan ik terecht met vragen, en op welk telefoonnummer?",
    "Als ik geslaagd ben, kan ik dan direct beginnen?",
    "Ik heb een master, kan ik daarmee meedoen?",
    "Ik heb een master in de rechten. Kom ik in aanmerking?",
    "I have a master's degree. Is that OK?",
    "ik heb:\n- een bachelor\n- drie jaar ervaring\n- rijbewijs B",
    "Tot 1 sept. 2026 om 12 u. of later?",
    "salaris",
    "@@@@",
]


@pytest.mark.parametrize("message", ONE_PART)
def test_stays_whole(message: str) -> None:
    assert split(message) == [" ".join(message.split())]


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("Hoeveel verdien ik? En mag ik thuiswerken?", 2),
        ("Wat is het loon, kan ik telewerken en tot wanneer kan ik solliciteren?", 3),
        ("is der avondwerk en moet ik szaterdags werken", 2),
        ("Hallo. Ik ben Jan. Hoeveel verdien ik?", 3),
        ("What is the deadline and can I apply by email?", 2),
        ("Quel est le salaire et y a-t-il un parking ?", 2),
        ("wat is het loon\nis er parking", 2),
    ],
)
def test_is_cut_into_its_questions(message: str, parts: int) -> None:
    assert len(split(message)) == parts


def test_no_word_is_lost() -> None:
    message = "Wat is het loon, kan ik telewerken en tot wanneer kan ik solliciteren? Bedankt!"
    cut = " ".join(split(message))
    assert all(word in cut for word in ("loon", "telewerken", "solliciteren?", "Bedankt!"))


def test_many_questions_end_in_the_last_segment() -> None:
    parts = split(" ".join(f"Wat is nummer {number}?" for number in range(20)))
    assert len(parts) == MAX_SEGMENTS
    assert parts[-1].endswith("nummer 19?")


@pytest.mark.parametrize("message", ["", "   ", "?", "\n\n", "😂", "a" * 5000, "wat " * 3000, "en " * 900, "?!" * 900])
def test_odd_input_gives_at_least_one_part_within_the_limit(message: str) -> None:
    parts = split(message)
    assert parts
    assert sum(map(len, parts)) <= 2000 + MAX_SEGMENTS


@pytest.mark.parametrize(
    ("text", "expected"), [("hoeveel verdien ik", True), ("is er parking", True), ("ik heb een bachelor", False), ("klopt dat?", True)]
)
def test_question_or_not(text: str, expected: bool) -> None:
    assert is_question(text) is expected
