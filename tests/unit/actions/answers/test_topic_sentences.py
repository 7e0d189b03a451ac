import pytest

from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import about


@pytest.mark.parametrize(
    ("intent", "question", "sentence"),
    [
        ("ask_telework", "Mag ik telewerken?", "Je kan een dag per week telewerken."),
        ("ask_jury", "Wie zit er in de jury?", "De jury bestaat uit drie deskundigen."),
        ("ask_adjustments", "Krijg ik extra tijd voor de proef?", "Heb je nood aan een redelijke aanpassing, meld dat dan vooraf."),
        ("withdraw_application", "Kan ik mijn kandidatuur intrekken?", "Je kan je kandidatuur op elk moment intrekken."),
        ("reschedule_test", "Kan ik de proef op een andere dag doen?", "Een andere datum voor de proef is niet mogelijk."),
        ("ask_foreign_diploma", "Moet een diploma uit Polen erkend zijn?", "Voor een buitenlands diploma vraag je een erkenning aan bij NARIC."),
    ],
)
def test_the_bundles_own_sentence_on_a_topic_with_words_of_its_own(services: Services, intent: str, question: str, sentence: str) -> None:
    d = about(services, bundle_about(f"## Goed om te weten\n\n{sentence} De koffie is gratis."))
    assert d.says(question, intent).outcome == "answered"
    assert sentence in d.text
    assert "koffie" not in d.text
    assert "Bron:" in d.text
    silent = about(services, bundle_about("## Goed om te weten\n\nDe koffie is gratis."))
    assert silent.says(question, intent).outcome == "not_in_bundle"
