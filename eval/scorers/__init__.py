"""The scorers: each takes one unit and what the program made of it, and gives Scores with their reasons.

None of them asks the rules of assistant/checking, save the two that count what those rules say.
"""
