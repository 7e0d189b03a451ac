from actions.reply import LIST_LIMIT, REPLY_LIMIT, TURN_LIMIT, Button, Reply, Source, TurnResult, fit, shorten

SENTENCE = "Dit is een zin van ongeveer vijftig tekens lang, ja. "


def test_a_short_text_stays_as_it_is() -> None:
    assert shorten("kort", 100) == "kort"


def test_a_long_text_is_cut_after_a_sentence_and_keeps_its_source() -> None:
    text = SENTENCE * 20 + "\nBron: infobundel x."
    cut = shorten(text, 300)
    assert len(cut) <= 300
    assert cut.endswith("\nBron: infobundel x.")
    assert cut.split("\n")[0].endswith(".")


def test_one_reply_and_all_together_keep_within_the_limits() -> None:
    replies = fit([Reply(SENTENCE * 30), Reply(SENTENCE * 30)])
    assert all(len(reply.text) <= REPLY_LIMIT for reply in replies)
    assert sum(len(reply.text) + 1 for reply in replies) <= TURN_LIMIT + 1


def test_the_first_notice_takes_its_part_of_the_room() -> None:
    replies = fit([Reply(SENTENCE * 30), Reply(SENTENCE * 30)], notice=250)
    assert sum(len(reply.text) + 1 for reply in replies) + 251 <= TURN_LIMIT + 1
    (listing,) = fit([Reply(SENTENCE * 30, is_list=True)], notice=250)
    assert len(listing.text) + 251 <= LIST_LIMIT


def test_a_list_may_be_longer() -> None:
    (reply,) = fit([Reply(SENTENCE * 30, is_list=True)])
    assert REPLY_LIMIT < len(reply.text) <= LIST_LIMIT


def test_the_json_has_the_shape_of_the_interface() -> None:
    source = Source("x_jurist", "jurist", "Aanbod", 2, "een quote", 17)
    turn = TurnResult((Reply("tekst", "question", (Button("Ja", "ja"),), (source,)),), "asking", "uncertain").as_json()
    (reply,) = turn["replies"]
    assert turn["outcome"] == "asking"
    assert turn["verdict"] == "uncertain"
    assert "erase" not in turn
    assert set(reply) == {"id", "kind", "text", "buttons", "citations"}
    assert reply["buttons"] == [{"title": "Ja", "payload": "ja"}]
    assert reply["citations"] == [
        {"vacancy": "x_jurist", "title": "jurist", "section": "Aanbod", "page": 2, "quote": "een quote", "url": "/vacancies/x_jurist#p17"}
    ]
