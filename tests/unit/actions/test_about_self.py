import pytest

from actions.about_self import asks_in_general, asks_nothing, asks_of_pay, asks_what_counts, asks_whether_it_will_do, tells_of_self


@pytest.mark.parametrize(
    "message",
    [
        "Ik heb een graduaat boekhouden. Mag ik meedoen?",
        "mag ik meedoen met een graduaat boekhouden",
        "graduaat boekhouden, vier jaar ervaring. kan dat?",
        "kheb men rijbewijs nog niet, is da een probleem?",
        "geen diploma ma wel 8 jaar gewerkt als kok, kank beginnen",
        "Zit in mijn laatste jaar. Kom ik in aanmerking?",
        "Voldoe ik met mijn diploma uit 1998?",
        "Ik ben 17 en word in mei 18, is dat ok?",
        "Zonder rijbewijs, lukt dat?",
        "Mijn NARIC-erkenning is nog onderweg. Kan ik toch solliciteren?",
        "I have a Polish degree. Am I eligible?",
        "J'ai un diplôme belge. Puis-je postuler ?",
        "Volstaat het dat ik student ben?",
        "heb een brevet van 2015, telt dat nog",
    ],
)
def test_who_tells_of_himself_and_asks_whether_it_will_do(message: str) -> None:
    assert tells_of_self(message)
    assert asks_whether_it_will_do(message)
    assert not asks_of_pay(message)


@pytest.mark.parametrize(
    "message",
    [
        "Welk diploma heb ik nodig?",
        "Moet ik een rijbewijs hebben?",
        "Tot wanneer kan ik solliciteren?",
        "Hoe oud mag mijn uittreksel zijn?",
        "Kan ik mijn cv mailen?",
        "Krijg ik een laptop?",
        "Wie kan ik bellen over mijn diploma?",
        "Is er een infosessie?",
        "Do I need a driving licence?",
        "Mag ik van thuis werken?",
        "Wanneer weet ik of ik geslaagd ben?",
    ],
)
def test_a_question_about_the_bundle_is_none_about_oneself(message: str) -> None:
    assert not (tells_of_self(message) and asks_whether_it_will_do(message)) or asks_in_general(message)


def test_what_experience_is_worth_in_pay_is_another_question() -> None:
    assert asks_what_counts("vijf jaar bij een tuinaanlegger, telt dat als ervaring?")
    assert not asks_what_counts("vijf jaar bij een tuinaanlegger, volstaat dat?")
    assert asks_of_pay("Ik werkte tien jaar in de privé. Telt dat mee voor mijn loon?")
    assert not asks_of_pay("Ik werkte tien jaar in de privé. Is dat genoeg?")


@pytest.mark.parametrize(
    ("message", "only_tells"),
    [("heb een bachelor en drie jaar ervaring", True), ("heb ik een bachelor nodig?", False), ("wat met mijn bachelor", False)],
)
def test_a_message_that_only_tells(message: str, only_tells: bool) -> None:
    assert asks_nothing(message) is only_tells
