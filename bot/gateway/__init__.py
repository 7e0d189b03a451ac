"""The only public process: checks and limits requests, hides what must not be kept, and passes turns on to Rasa."""
