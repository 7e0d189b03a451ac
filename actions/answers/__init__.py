"""Answers to questions about one vacancy, one topic a module; all are pure functions of an `Ask`."""
