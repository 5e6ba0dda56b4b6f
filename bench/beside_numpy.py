"""Does with NumPy what Parley does over readings, on the same numbers, and prints how many times as long it takes.
Called by bench/beside-numpy:   beside_numpy.py PARLEY_READINGS_FILE FOLDER"""
import os
import pathlib
import subprocess
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy  # noqa: E402 (after the number of threads is set)


def read(file, issues, levels, readings):
    numbers = numpy.fromfile(file, dtype=numpy.int64)
    gains = numbers[: -2 * readings].reshape(2, issues, levels, readings)
    return gains, numbers[-2 * readings :].reshape(2, readings)


def approvals(gains, floors, packages):
    """In how many readings both views reach their floors, package by package."""
    issues = numpy.arange(packages.shape[1])
    counts = numpy.empty(len(packages), dtype=numpy.uint64)
    for number, package in enumerate(packages):
        worth = gains[:, issues, package, :].sum(axis=1)
        counts[number] = numpy.count_nonzero((worth >= floors).all(axis=0))
    return int((counts * numpy.arange(1, len(counts) + 1, dtype=numpy.uint64)).sum())


def ranks(values):
    """readings[a, r]: in how many readings r alternatives are strictly better than a."""
    alternatives = len(values)
    counts = numpy.empty((alternatives, alternatives), dtype=numpy.uint64)
    for a in range(alternatives):
        better = numpy.count_nonzero(values > values[a], axis=0)
        counts[a] = numpy.bincount(better, minlength=alternatives)
    return int((counts.ravel() * numpy.arange(1, counts.size + 1, dtype=numpy.uint64)).sum())


def nondominated(points):
    """Points (first, second) that no other matches or beats in both, one of each value."""
    points = points[numpy.lexsort((-points[:, 1], -points[:, 0]))]
    before = numpy.concatenate(([numpy.iinfo(numpy.int64).min], numpy.maximum.accumulate(points[:, 1])[:-1]))
    return points[points[:, 1] > before]


def nash(gains, floors):
    """The largest product of gains over the floors, from the whole frontier, issue by issue."""
    total = 0
    for reading in range(gains.shape[-1]):
        frontier = -floors[:, reading].reshape(1, 2)
        for issue in range(gains.shape[1]):
            options = gains[:, issue, :, reading].T
            frontier = nondominated((frontier[:, None, :] + options[None, :, :]).reshape(-1, 2))
        best = max(
            ((int(a) * int(b), int(a) + int(b)) for a, b in frontier if a > 0 and b > 0),
            default=(0, 0),
        )
        total += best[1]
    return total


def compare(name, ours, work):
    start = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - start
    own, expected = ours[name]
    same = "same answer" if answer == expected else "OTHER ANSWER"
    print(
        f"{name:10} Parley {own*1e3:10.2f} ms   NumPy {seconds*1e3:10.1f} ms   ratio {seconds/own:8.1f}   {same}",
        flush=True,
    )


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    output = subprocess.run([program, folder], check=True, capture_output=True, text=True).stdout
    ours = {name: (float(seconds), int(total)) for name, seconds, total in map(str.split, output.splitlines())}
    print(f"NumPy {numpy.__version__}, one thread each; Parley's least time of seven runs")
    gains, floors = read(folder / "approvals.bin", 8, 5, 5000)
    packages = numpy.fromfile(folder / "packages.bin", dtype=numpy.int64).reshape(-1, 8)
    narrow, narrow_floors = gains.astype(numpy.int32), floors.astype(numpy.int32)
    compare("approvals", ours, lambda: approvals(narrow, narrow_floors, packages))
    values = numpy.fromfile(folder / "values.bin", dtype=numpy.int64).reshape(30, -1).astype(numpy.int32)
    compare("ranks", ours, lambda: ranks(values))
    gains, floors = read(folder / "nash.bin", 30, 10, 200)
    compare("nash", ours, lambda: nash(gains, floors))


main()
