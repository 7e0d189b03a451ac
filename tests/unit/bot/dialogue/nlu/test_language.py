import pytest

from bot.dialogue.nlu.language import guess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tot wanneer kan ik solliciteren?", "nl"),
        ("wa verdien ik daar", "nl"),
        ("salaris", "nl"),
        ("deadline?", "nl"),
        ("", "nl"),
        ("0470 12 34 56", "nl"),
        ("When is the interview?", "en"),
        ("do I need a driving licence", "en"),
        ("Quelle est la date limite pour postuler ?", "fr"),
        ("Combien de jours de congé par an ?", "fr"),
        ("j’ai un diplôme d'infirmier", "fr"),
        ("Wie kann ich mich bewerben und wo ist das?", "other"),
        ("¿Cuándo puedo empezar a trabajar?", "other"),
        ("Коли я можу подати заявку?", "other"),
        ("متى يمكنني التقديم", "other"),
    ],
)
def test_guess(text: str, language: str) -> None:
    assert guess(text) == language
