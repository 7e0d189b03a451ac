"""The action server: thin Rasa actions over pure functions, one capability a file."""
