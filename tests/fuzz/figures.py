"""`figures.py SCHEMA CASES ROUND.json …`: whether the rounds asked enough of every operation; names what they did not."""

import json
import sys

from verdict import REACHED

# Rounds that get to the resolver less often than that say nothing about it; a short run may be unlucky.
LEAST_SHARE = 0.1
ENOUGH_TO_SAY = 100


def lacking(rounds, operations, cases):
    """What is missing, a line for each."""
    missing = []
    for name in operations:
        for number, figures in enumerate(rounds, 1):
            asked = sum(figures.get(name, {}).values())
            if asked < cases:
                missing.append(f"{name}: {asked} of {cases} cases in round {number}")
        total = sum(sum(figures.get(name, {}).values()) for figures in rounds)
        reached = sum(figures.get(name, {}).get(REACHED, 0) for figures in rounds)
        if total >= ENOUGH_TO_SAY and reached < LEAST_SHARE * total:
            missing.append(f"{name}: only {reached} of {total} cases reached the resolver")
    return missing


def operations_of(schema):
    """`Query.site`, … of a schema's text."""
    import graphql

    built = graphql.build_schema(schema)
    return [f"{root.name}.{field}" for root in (built.query_type, built.mutation_type) for field in root.fields]


def main(schema, cases, *rounds):
    with open(schema, encoding="utf-8") as file:
        operations = operations_of(file.read())
    figures = []
    for name in rounds:
        with open(name, encoding="utf-8") as file:
            figures.append(json.load(file))
    missing = lacking(figures, operations, int(cases))
    asked = sum(sum(counts.values()) for figure in figures for counts in figure.values())
    reached = sum(counts.get(REACHED, 0) for figure in figures for counts in figure.values())
    print(f"{asked} cases for {len(operations)} operations in {len(rounds)} rounds, {reached} reached their resolver.")
    for line in missing:
        print(line)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
