from collections.abc import Callable

import pytest

from actions.conversation import CAPABILITIES
from actions.reply import LIST_LIMIT, REPLY_LIMIT, TURN_LIMIT
from actions.services import Services
from actions.unanswered import Unanswered

from .bundles import bundle_about
from .dialogue import Dialogue, Finds, about, capability_of

ZORG, JURIST, GREEN, NURSERY = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider", "zandhove_jobs"
DEADLINE = "Tot wanneer kan ik solliciteren?"


# Which vacancy.


def test_a_question_without_a_vacancy_asks_which_and_answers_it_then(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    result = d.says(DEADLINE, "ask_deadline")
    assert (result.outcome, result.replies[0].kind) == ("which_vacancy", "question")
    assert "jurist (OCMW Vaartkant)" in d.buttons
    assert all(button in d.text for button in d.buttons)
    assert d.says("jurist (OCMW Vaartkant)", "choose_vacancy").outcome == "answered"
    assert "1 oktober 2026" in d.text
    assert d.state.vacancy == JURIST
    assert d.state.exchange is None


@pytest.mark.parametrize(("answer", "intent"), [("die van jurist", "out_of_scope"), ("vaartkant", "inform"), ("de juriste", "choose_vacancy")])
def test_the_vacancy_is_named_in_many_ways(dialogue: Callable[..., Dialogue], answer: str, intent: str) -> None:
    d = dialogue()
    d.says(DEADLINE, "ask_deadline")
    d.says(answer, intent, 0.4)
    assert "1 oktober 2026" in d.text


def test_an_answer_that_names_none_or_two_is_asked_again(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    first = d.says(DEADLINE, "ask_deadline").replies[0].text
    assert d.says("de leukste", "out_of_scope", 0.4).outcome == "which_vacancy"
    assert d.text != first
    assert d.says("die bij Zandhove", "choose_vacancy").outcome == "which_vacancy"
    assert len(d.buttons) == 2
    d.says("de bibliothecaris", "choose_vacancy")
    assert "20 december 2026" in d.text


def test_another_question_leaves_the_choice_open(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says(DEADLINE, "ask_deadline")
    d.says("Wat verdien ik als jurist?", "ask_salary")
    assert "48.000" in d.text or "1 oktober" in d.text
    assert d.state.vacancy == JURIST


def test_switching_to_another_vacancy_repeats_the_question_for_it(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("Wat verdien ik als jurist?", "ask_salary")
    d.says("en bij Doornwal?", "out_of_scope", 0.4)
    assert "€ 3.120,50" in d.text
    assert "jurist" not in d.text
    assert d.state.vacancy == ZORG


def test_another_vacancy_named_on_a_vacancys_page(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wat verdien ik als jurist bij OCMW Vaartkant?", "ask_salary")
    assert "€ 48.000,00" in d.text
    assert {source.vacancy for reply in d.result.replies for source in reply.sources} == {JURIST}


def test_two_functions_of_a_bundle(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(NURSERY)
    d.says(DEADLINE, "ask_deadline")
    assert len(d.result.replies) == 1
    assert "20 december 2026" in d.text
    d.says("Welk diploma heb ik nodig?", "ask_diploma")
    child, library = (reply.text for reply in d.result.replies)
    assert "kinderbegeleider" in child
    assert "secundair" in child
    assert "bibliothecaris" in library
    assert "master" in library
    d.says("Welk diploma heb ik nodig als bibliothecaris?", "ask_diploma")
    assert "master" in d.text
    assert "secundair" not in d.text
    assert d.state.vacancy == f"{NURSERY}--bibliothecaris"


# Questions, several at once, in other languages, in many words.


def test_several_questions_in_one_message(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    result = d.says(DEADLINE, "ask_deadline", also=(("Wat verdien ik?", "ask_salary"), ("Wie is de recruiter?", "ask_contact")))
    assert result.outcome == "answered"
    assert [part in reply.text for part, reply in zip(("13 december", "€ 3.120,50", "Els Baert"), result.replies, strict=True)] == [True] * 3
    assert all("Bron:" in reply.text for reply in result.replies)
    assert d.state.topic == "ask_contact"


def test_two_topics_in_one_question(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wanneer kan ik beginnen en wat is het loon?", "ask_start_date", 0.6)
    assert "1 maart 2027" in d.text
    assert "€ 3.120,50" in d.text


def test_one_answered_question_makes_the_turn_answered(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(GREEN)
    result = d.says(DEADLINE, "ask_deadline", also=(("Welk diploma heb ik nodig?", "ask_diploma"),))
    assert result.outcome == "answered"
    assert "staat niet in de infobundel" in d.text
    assert "geen diploma nodig" in d.text


@pytest.mark.parametrize(("language", "marked"), [("en", "Translation:"), ("fr", "Traduction"), ("nl", "")])
def test_one_marked_line_in_the_askers_language(dialogue: Callable[..., Dialogue], language: str, marked: str) -> None:
    d = dialogue(ZORG)
    d.says("Wat verdien ik?", "ask_salary", also=((DEADLINE, "ask_deadline"),), language=language)
    assert d.text.count("Translation:") + d.text.count("Traduction") == bool(marked)
    assert "13 december 2026" in d.text
    if marked:
        assert d.text.split("\n")[-1].startswith(f"({marked}")


@pytest.mark.parametrize("size", [40, 400])
def test_replies_keep_within_their_limits(services: Services, size: int) -> None:
    tasks = "\n".join(f"- Je {'ordent en beschrijft oude kaarten, brieven en registers ' * (size // 40)}({number})." for number in range(12))
    benefits = "\n".join(f"- Een heel mooie cheque van {number} euro voor {'boeken en ' * (size // 20)}cultuur" for number in range(5, 30))
    text = bundle_about(f"## Wat krijg je?\n\n{benefits}").replace("- Je bewaart oude kaarten.", tasks)
    d = about(services, text)
    for question, intent in (("Wat zijn de taken?", "ask_job_content"), ("Welke voordelen zijn er?", "ask_benefits")):
        turn = d.says(question, intent, also=(("Welk diploma heb ik nodig?", "ask_diploma"),)).as_json()
        lengths = [len(reply["text"]) for reply in turn["replies"]]
        is_list = any(reply.is_list for reply in d.result.replies)
        assert max(lengths) <= (LIST_LIMIT if is_list else REPLY_LIMIT)
        assert sum(lengths) <= (LIST_LIMIT if is_list else TURN_LIMIT)


# What nobody understood.


def test_the_third_miss_offers_a_person_and_never_repeats_a_text(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    said = []
    for question in ("Wat is de hoofdstad van Frankrijk?", "Regent het morgen?"):
        assert d.says(question, "out_of_scope").outcome == "out_of_domain"
        said.append(d.text)
    assert said[0] != said[1]
    assert d.says("Vertel eens een mop", "out_of_scope").outcome == "handoff"
    assert "0471 12 34 56" in d.text


def test_an_answer_in_between_forgets_the_misses(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wat is de hoofdstad van Frankrijk?", "out_of_scope")
    d.says(DEADLINE, "ask_deadline")
    assert d.state.misses == 0


def test_passages_that_plainly_answer_win_over_a_doubtful_out_of_scope(dialogue: Callable[..., Dialogue], services: Services, finds: Finds) -> None:
    finds.will_find(services.snapshot, ZORG, "Je begeleidt nieuwe collega's.")
    d = dialogue(ZORG)
    assert d.says("Iets met nieuwkomers?", "out_of_scope", 0.5).outcome == "answered"
    assert "begeleidt nieuwe collega's" in d.text
    assert "Bron:" in d.text
    assert d.says("Iets met nieuwkomers?", "out_of_scope", 0.95).outcome == "out_of_domain"


def test_a_document_that_is_no_vacancy_answers_as_background_of_its_own(dialogue: Callable[..., Dialogue], services: Services, finds: Finds) -> None:
    finds.will_find(services.snapshot, "doornwal_telewerk", "Medewerkers werken hoogstens twee dagen per week thuis.", 0.3)
    d = dialogue("doornwal_telewerk")
    assert d.says("Hoeveel dagen mag ik thuis werken?", "ask_telework").outcome == "answered"
    assert "twee dagen" in d.text
    assert "Bron: infobundel" not in d.text


def test_what_is_not_in_the_bundle_is_kept_for_the_recruiter(dialogue: Callable[..., Dialogue], services: Services) -> None:
    store: Unanswered = services.unanswered
    d = dialogue(ZORG)
    d.says("Krijg ik een smartphone?", "ask_benefits")
    d.says(DEADLINE, "ask_deadline")
    assert store.all() == [(ZORG, "Krijg ik een smartphone?")]


def test_every_intent_leads_to_a_capability() -> None:
    for intent in (
        "ask_deadline",
        "check_eligibility",
        "signup_infosession",
        "ask_vacancies",
        "request_person",
        "greet",
        "ask_privacy",
        "out_of_scope",
    ):
        assert capability_of(intent) in CAPABILITIES
