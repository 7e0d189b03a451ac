from collections.abc import Sequence

import pytest

from bot.dialogue.nlu.reading import RANKING_LENGTH, combine, has_words, read

INTENTS = ["ask_salary", "ask_telework", "greet", "inform", "out_of_scope", *(f"intent_{number}" for number in range(10))]


def by_word(texts: Sequence[str]) -> list[dict[str, float]]:
    """A classifier that knows a word an intent."""
    known = {"loon": "ask_salary", "thuis": "ask_telework", "hallo": "greet", "jan": "inform"}
    result = []
    for text in texts:
        hits = [intent for word, intent in known.items() if word in text.casefold()] or ["out_of_scope"]
        rest = 0.1 / (len(INTENTS) - len(hits))
        result.append({intent: 0.9 / len(hits) if intent in hits else rest for intent in INTENTS})
    return result


def test_each_question_has_its_own_reading() -> None:
    reading = read("Wat is het loon? Mag ik thuis werken?", by_word)
    assert [segment.intent for segment in reading.segments] == ["ask_salary", "ask_telework"]
    assert len(reading.segments[0].ranking) == 3
    assert len(reading.ranking) == RANKING_LENGTH


def test_courtesies_do_not_outweigh_the_question() -> None:
    assert read("Hallo. Ik ben Jan. Wat is het loon?", by_word).ranking[0][0] == "ask_salary"


@pytest.mark.parametrize(
    "message", ["@@@@", "😂😂", "👍", "<script>alert('x')</script>", "<img src=x onerror=alert(1)>", "?", "...", "${7*7}", "<b></b>"]
)
def test_what_has_no_words_is_out_of_scope_without_asking_the_classifier(message: str) -> None:
    def never(texts: Sequence[str]) -> list[dict[str, float]]:
        raise AssertionError(texts)

    reading = read(message, never)
    assert reading.ranking == (("out_of_scope", 1.0),)
    assert reading.segments[0].intent == "out_of_scope"


@pytest.mark.parametrize("message", ["2011", "0470 12 34 56", "an@voorbeeld.be", "ok", "<b>loon</b>"])
def test_numbers_and_short_words_have_meaning(message: str) -> None:
    assert has_words(message)


def test_markup_is_not_classified() -> None:
    seen: list[str] = []

    def spy(texts: Sequence[str]) -> list[dict[str, float]]:
        seen.extend(texts)
        return by_word(texts)

    read("<b>Wat is het loon?</b>", spy)
    assert seen == ["Wat is het loon?"]


def test_combined_probabilities_sum_to_one() -> None:
    whole, first, second = by_word(["loon thuis", "loon", "thuis"])
    assert sum(combine(whole, [first, second]).values()) == pytest.approx(1)
