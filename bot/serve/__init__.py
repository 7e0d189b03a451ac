"""`vacaturebot serve`: gateway, Rasa and action server under one foreground command."""
