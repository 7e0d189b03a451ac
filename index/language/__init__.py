"""Dutch as candidates write it, with enough French and English to find Dutch words for a question: plain tables and pure functions."""
