"""Dutch texts that the gateway itself says: the disclosure and every error."""

# The wording of the disclosure follows from Article 50(1) of the AI Act; it stands before the first answer of every conversation.
DISCLOSURE = (
    "Hallo, ik ben de chatbot {of_employer}. Ik ben een computerprogramma, geen mens. Ik antwoord met wat in de infobundels staat. "
    "Ik beslis niets over je kandidatuur. Je berichten worden na {days} dagen gewist. Vroeger kan ook: typ ‘wis mijn gesprek’."
)
OF_EMPLOYER = "van {employer}"
OF_ALL = "voor deze vacatures"

# A conversation that is shown again has gaps where the privacy rules keep nothing.
NOT_KEPT = "Dit bericht is niet bewaard."
FORM_SENT = "Formulier verstuurd"

# Questions that a candidate can ask with one click; each is sent as it stands.
SUGGESTIONS = {
    "deadline": "Tot wanneer kan ik solliciteren?",
    "too_late": "Kan ik nog solliciteren?",
    "diploma": "Volstaat mijn diploma?",
    "signup": "Schrijf me in voor de infosessie",
    "session": "Wanneer is de infosessie?",
    "salary": "Hoeveel verdien ik?",
    "selection": "Hoe verloopt de selectie?",
    "apply": "Hoe kan ik solliciteren?",
    "contact": "Wie kan ik bellen over de job?",
    "open": "Welke vacatures staan open?",
    "all_diplomas": "Voor welke vacatures volstaat mijn diploma?",
}

UNAVAILABLE = "Sorry, ik kan nu even niet antwoorden. Probeer het straks opnieuw."
UNAVAILABLE_CONTACT = "Sorry, ik kan nu even niet antwoorden. Probeer het straks opnieuw of vraag het aan {contact}."

ERRORS = {
    "bad_request": "Dit verzoek kan niet gelezen worden.",
    "invalid_json": "Dit verzoek is geen geldige JSON.",
    "unauthorized": "Je hebt geen toegang tot deze pagina.",
    "forbidden": "Dit mag niet.",
    "not_found": "Deze pagina bestaat niet.",
    "method_not_allowed": "Deze pagina kan je zo niet gebruiken.",
    "timeout": "Je bericht kwam niet volledig aan. Stuur het opnieuw.",
    "too_large": "Je bericht is te groot. Maak het korter.",
    "unsupported_media_type": "Stuur je bericht als JSON.",
    "invalid": "Dit verzoek klopt niet. Controleer het veld ‘{field}’.",
    "empty_message": "Je bericht is leeg. Typ een vraag.",
    "message_too_long": "Je bericht is langer dan 2000 tekens. Maak het korter.",
    "invalid_conversation": "Het nummer van dit gesprek klopt niet.",
    "unknown_vacancy": "Deze vacature ken ik niet.",
    "unknown_reply": "Dit antwoord ken ik niet.",
    "too_many_turns": "Je stuurt veel berichten na elkaar. Wacht even en probeer het opnieuw.",
    "unavailable": UNAVAILABLE,
    "internal": "Er ging iets mis. Probeer het straks opnieuw.",
}
