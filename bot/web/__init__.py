"""The pages: the list of vacancies with a chat, a bundle's text, and what happens with one's words."""
