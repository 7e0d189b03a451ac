"""The dialogue, the gateway, the web pages, and what sets up and runs them all."""
