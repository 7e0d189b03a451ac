from index.encoder.interface import MAX_CHARACTERS, clamped


def test_long_and_broken_texts_are_made_encodable() -> None:
    assert clamped("Wat verdien ik?") == "Wat verdien ik?"
    assert len(clamped("x" * 100_000)) == MAX_CHARACTERS
    assert clamped("\ud83d hallo") == "? hallo"
