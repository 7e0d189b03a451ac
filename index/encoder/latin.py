"""The part of a multilingual vocabulary that Dutch, French and English need.

A tokenizer of 250,000 pieces holds 280 MB in every process that serves it, one of the pieces in Latin script 100 MB. Text in Latin script is
cut exactly as before, since no other piece could match it; other scripts become the unknown token.
"""

import unicodedata
from typing import Any


def is_latin(piece: str) -> bool:
    """Latin letters with their accents, digits, punctuation and symbols, emoji among them."""
    return all(_is_latin_character(character) for character in piece)


def prune(tokenizer: dict[str, Any]) -> tuple[dict[str, Any], list[int]] | None:
    """A tokenizer.json with the Latin pieces alone, and the old id of each new one.

    None when that cannot be done without touching the rest of the file: another kind of model, or special tokens that would move.
    """
    model = tokenizer["model"]
    if model["type"] != "Unigram":
        return None
    special = {token["id"] for token in tokenizer["added_tokens"]} | {model["unk_id"]}
    if special != set(range(len(special))):
        return None
    kept = [index for index, (piece, _) in enumerate(model["vocab"]) if index in special or is_latin(piece)]
    return tokenizer | {"model": model | {"vocab": [model["vocab"][index] for index in kept]}}, kept


def _is_latin_character(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "NPSZ" or category in ("Mn", "Cf") or unicodedata.name(character, "").startswith("LATIN")
