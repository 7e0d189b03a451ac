"""Compares what a candidate tells of himself with the conditions that a bundle states. Pure functions; it informs and never selects."""
