"""Dutch texts that only the bot in Teams says."""

GREETING = (
    "Stel me een vraag over een vacature, bijvoorbeeld: ‘Tot wanneer kan ik solliciteren?’ of ‘Volstaat mijn diploma?’. "
    "Voor een infosessie typ je: ‘Schrijf me in’."
)
GROUP_GREETING = (
    "Hallo, ik ben de chatbot {of_employer}. Ik ben een computerprogramma, geen mens. Vermeld mij met @ en stel een vraag over een vacature. "
    "Over jouw diploma of een inschrijving praat ik alleen in een persoonlijk gesprek."
)
ONLY_TEXT = "Ik kan alleen tekst lezen. Typ je vraag."
SLOW = "Dit duurt wat langer. Mijn antwoord volgt zodra ik het heb."
OLD_CARD = "Deze kaart werkt niet meer. Typ wat je wil doen, bijvoorbeeld: ‘Schrijf me in’."

SHOW_SOURCE = "Toon de tekst uit de infobundel"
OPEN_BUNDLE = "Open de infobundel"
PAGE = "bladzijde {page}"
ELIGIBILITY = "Jouw diploma naast de infobundel"
OPEN_CHAT = "Open een persoonlijk gesprek"

SIGNUP_TITLE = "Inschrijven voor een infosessie"
SIGNUP_SESSION = "Infosessie"
SIGNUP_FULL = "{session} (volzet: je komt op de wachtlijst)"
SIGNUP_NAME = "Voornaam en naam"
SIGNUP_EMAIL = "E-mailadres"
SIGNUP_CONSENT = "Ja, gebruik mijn naam en e-mailadres voor deze inschrijving"
SIGNUP_KEPT = "Alleen {employer} krijgt je naam en e-mailadres. We wissen ze {days} dagen na de infosessie."
SIGNUP_DO = "Schrijf me in"
SIGNUP_STOP = "Niet inschrijven"
SIGNUP_CANCEL = "Annuleer mijn inschrijving"
SIGNUP_STATES = {
    "confirmed": "Je bent ingeschreven",
    "waiting": "Je staat op de wachtlijst",
    "requested": "Je inschrijving is doorgegeven, en nog niet bevestigd",
    "cancelled": "Je inschrijving is geannuleerd",
    "gone": "Je bent niet ingeschreven",
}
SIGNUP_REFERENCE = "Referentie"
