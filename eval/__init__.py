"""The evaluation: cases with gold facts, scorers, and a runner (`python -m eval`)."""
