"""A plain additive model in vectorised numpy, as a yardstick.

Each alternative has normal values on each criterion; its score is their weighted sum. Prints a line
of JSON: the least CPU seconds of the rounds, those of the first, and for each alternative its mean
score with the standard error and the share of draws in which it has each rank.

    numpy_additive.py DRAWS ROUNDS SEED < model.json

The model is {"weights": [..], "means": [[..], ..], "sds": [[..], ..]}, a row per alternative.
"""

import json
import sys
import time

import numpy as np


def run(model, draws, random):
    means, sds = np.array(model["means"]), np.array(model["sds"])
    values = random.normal(means, sds, (draws, *means.shape))
    scores = values @ np.array(model["weights"])
    order = np.argsort(-scores, axis=1)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(len(means))[None, :], axis=1)
    shares = [np.bincount(ranks[:, i], minlength=len(means)) / draws for i in range(len(means))]
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / draws**0.5, shares


def main():
    draws, rounds, seed = (int(word) for word in sys.argv[1:4])
    model = json.load(sys.stdin)
    seconds = []
    for round in range(rounds):
        start = time.process_time()
        means, errors, ranks = run(model, draws, np.random.default_rng(seed + round))
        seconds.append(time.process_time() - start)
    told = [
        {"mean": mean, "standard_error": error, "ranks": list(shares)}
        for mean, error, shares in zip(means, errors, ranks)
    ]
    print(json.dumps({"seconds": min(seconds), "first": seconds[0], "alternatives": told}))


main()
