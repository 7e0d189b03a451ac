"""The words of what must come with a diploma: 'een andere bachelor, met twee jaar ervaring in een archief'."""

from __future__ import annotations

import re

from knowledge.eligibility.amounts import NUMBER
from knowledge.eligibility.words import fold

PROOF = r"[a-z]*(?:attest|getuigschrift|certificaat|brevet|bekwaamheid|trainersdiploma|lerarendiploma|lerarenopleiding|vormingsbewijs|bijscholing)"
HOLDS = (
    r"(?:(?:hebt|heeft|hebben|bewijst|bewijs van|beschikt over|kan|legt|over|een|het|de|minstens|minimaal|minimum|ten minste|tenminste|nog"
    r"|relevante|nuttige|aantoonbare|betaalde|geslaagde?)\s+)*"
)
# The words by which one knows that something besides a diploma is asked.
ASKED = rf"(?:{NUMBER}\s+(?:[a-z]+\s+){{0,2}}(?:jaar|jaren|maanden)\b|jaar\b|[a-z]*ervaring\b|slaag|slagen\b|geslaagd|{PROOF})"
_WITH = re.compile(rf",\s*met\s+(?=(?:(?!,\s*met\s)[^.]){{0,80}}?\b{ASKED})")


def split_proviso(name: str) -> tuple[str, str]:
    """The diploma that a list names, and what must come with it ('' where nothing must)."""
    match = _WITH.search(fold(name))
    return (name[: match.start()], name[match.start() + 1 :].strip().removeprefix("met ").strip()) if match else (name, "")
