"""What the bot does with a message: thin Rasa actions over pure functions, one capability a module."""
