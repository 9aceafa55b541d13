"""The best vectorised numpy known to us for the pairs bootstrap of a line: chunks that stay in cache, 16-bit
random indices, gather, row sums, sufficient statistics; the band by one partition a tail and grid point.

Reads JSON {"x", "y", "grid", "resamples", "repeats"} and writes the seconds of the fastest repeat of each job."""

import json
import sys
import time

import numpy as np

CHUNK = 32_768


def fits(x, y, resamples, random):
    models = len(x)
    mean_x, mean_y = x.mean(), y.mean()
    x, y = x - mean_x, y - mean_y
    rows = max(1, CHUNK // models)
    slopes, intercepts = np.empty(resamples), np.empty(resamples)
    for start in range(0, resamples, rows):
        end = min(start + rows, resamples)
        draws = random.integers(0, models, size=(end - start, models), dtype=np.uint16)
        drawn_x, drawn_y = x.take(draws), y.take(draws)
        average_x, average_y = drawn_x.sum(1) / models, drawn_y.sum(1) / models
        sxx = np.einsum("ij,ij->i", drawn_x, drawn_x) - models * average_x * average_x
        sxy = np.einsum("ij,ij->i", drawn_x, drawn_y) - models * average_x * average_y
        slope = sxy / sxx
        slopes[start:end] = slope
        intercepts[start:end] = average_y + mean_y - slope * (average_x + mean_x)
    return slopes, intercepts


def interval(values):
    last = len(values) - 1
    depth = 0.025 * last
    whole = int(depth)
    rest = depth - whole
    values.partition(whole + 1)
    below = values[: whole + 1].max()
    lower = below + rest * (values[whole + 1] - below)
    tail = values[whole + 2 :]
    tail.partition(len(tail) - whole - 2)
    inner = tail[len(tail) - whole - 2]
    above = tail[len(tail) - whole - 1 :].min()
    return lower, above + rest * (inner - above)


def with_band(x, y, grid, resamples, random):
    slopes, intercepts = fits(x, y, resamples, random)
    band = [interval(intercepts + slopes * place) for place in grid]
    return interval(slopes), interval(intercepts), band


def fastest(job, repeats):
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        result = job()
        best = min(best, time.perf_counter() - start)
    return best, result


given = json.load(sys.stdin)
x, y, grid = (np.array(given[key]) for key in ("x", "y", "grid"))
random = np.random.Generator(np.random.SFC64(1))
fit_seconds, _ = fastest(lambda: fits(x, y, given["resamples"], random), given["repeats"])
band_seconds, (slope, _, _) = fastest(
    lambda: with_band(x, y, grid, given["resamples"], random), given["repeats"]
)
json.dump({"fits": fit_seconds, "band": band_seconds, "slope": slope}, sys.stdout)
