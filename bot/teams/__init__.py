"""Microsoft Teams: the bot where colleagues and guests already are, over the Teams SDK and the same turns as the web chat."""
