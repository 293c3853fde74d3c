"""The evaluation: cases with gold facts, scorers, statistics, a report and a gate (`afterword eval`).

    cases, messages, pairs --work--> Scores --run--> Run --> table, page, comparison, gate
                             |
                          scorers/

A `Score` is one unit under one scorer; a `Run` is all of them in numbers, and is what is written down and compared.
"""
