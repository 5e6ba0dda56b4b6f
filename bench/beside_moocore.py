"""Filters the same points with moocore, two other public packages and Parley, and prints how many times as fast Parley
is. Called by bench/beside-moocore:   beside_moocore.py PARLEY_FILTER_FILE FOLDER [POINTS ...]"""
import pathlib
import subprocess
import sys
import time

import moocore
import numpy
import paretoset
from pymoo.util.nds.non_dominated_sorting import find_non_dominated

OTHERS_UP_TO = 100_000  # the other two compare point by point


def cube(random, points, dimensions):
    return random.random((points, dimensions))


def correlated(random, points, dimensions):
    return random.random((points, 1)) + 0.1 * random.random((points, dimensions))


def sphere(random, points, dimensions):
    rays = numpy.abs(random.standard_normal((points, dimensions)))
    return rays / numpy.linalg.norm(rays, axis=1, keepdims=True)


def opposed(random, points, dimensions):
    return sphere(random, points, dimensions) * (1 - 0.1 * random.random((points, 1)))


def copies(random, points, dimensions):
    return random.integers(0, 100, (points, dimensions)).astype(float)


def least_seconds(runs, work):
    least = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        answer = work()
        least = min(least, time.perf_counter() - start)
    return least, answer


def hash_of(numbers):
    value = 0
    for number in numbers.tolist():
        value = (value * 1_000_003 + number) % 2**64
    return f"{value:016x}"


def compare(program, folder, kind, points, dimensions):
    less_is_better = -kind(numpy.random.default_rng(points + dimensions), points, dimensions)
    file = folder / "points.bin"
    (-less_is_better).tofile(file)
    runs = 5 if points <= 1_000_000 else 3
    ours = subprocess.run([program, file, str(dimensions), "7"], check=True, capture_output=True, text=True)
    kept, hashed, seconds = ours.stdout.split()
    theirs, mask = least_seconds(runs, lambda: moocore.is_nondominated(less_is_better))
    same = "same points" if hash_of(numpy.flatnonzero(mask)) == hashed else "OTHER POINTS"
    line = (
        f"{kind.__name__:10} {points:>9} points {dimensions} dimensions {kept:>8} stay   Parley {float(seconds)*1e3:9.2f} ms"
        f"   moocore {theirs*1e3:9.1f} ms   ratio {theirs/float(seconds):7.1f}   {same}"
    )
    if points <= OTHERS_UP_TO:
        paretoset_seconds, _ = least_seconds(1, lambda: paretoset.paretoset(less_is_better, distinct=True))
        pymoo_seconds, _ = least_seconds(1, lambda: find_non_dominated(less_is_better))
        line += f"   paretoset {paretoset_seconds*1e3:.0f} ms   pymoo {pymoo_seconds*1e3:.0f} ms"
    print(line, flush=True)
    file.unlink()


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    sizes = [int(size) for size in sys.argv[3:]] or [1_000_000, 10_000_000]
    print(f"moocore {moocore.__version__}, the least time of several runs")
    paretoset.paretoset(numpy.random.default_rng(0).random((100, 3)))  # compiles itself on the first call
    for kind in (cube, correlated, copies, opposed, sphere):
        for points in sizes:
            for dimensions in (2, 3, 4) if kind is not sphere or points <= 1_000_000 else (2, 3):
                compare(program, folder, kind, points, dimensions)


main()
