"""Runs NegMAS on the domains that Parley was timed on, and prints how many times as long it takes. Called by
bench/beside-negmas:   beside_negmas.py PARLEY_TIMES LEAST_PACKAGES MOST_PACKAGES"""
import math
import pathlib
import sys
import time

from negmas.inout import Scenario
from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier


def load(folder):
    return Scenario.load(pathlib.Path(folder), load_stats=False, load_info=False)


def solve(scenario):
    outcomes = list(scenario.outcome_space.enumerate())
    frontier, _ = pareto_frontier(scenario.ufuns, outcomes)
    for viewpoint in (nash_points, kalai_points, ks_points, max_welfare_points):
        viewpoint(scenario.ufuns, frontier)
    return len(frontier)


def seconds(work, *arguments):
    start = time.perf_counter()
    result = work(*arguments)
    return time.perf_counter() - start, result


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else float("nan")


def main():
    times, least, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rows = [line.split("\t") for line in pathlib.Path(times).read_text().splitlines()]
    rows = sorted((int(packages), folder, float(solving), float(both)) for folder, packages, solving, both in rows)
    solved, loaded = [], []
    print(f"{'domain':28} {'packages':>9} {'frontier':>8} {'solving':>9} {'with loading':>12}   times as long as Parley")
    for packages, folder, solving, both in rows:
        if not least <= packages <= most:
            continue
        load_time, scenario = seconds(load, folder)
        if scenario is None:
            print(f"{pathlib.Path(folder).name:28} NegMAS does not load it")
            continue
        solve_time, points = seconds(solve, scenario)
        ratio, ratio_loading = solve_time / solving, (load_time + solve_time) / both
        if packages > 10_000:
            solved.append(ratio)
        loaded.append(ratio_loading)
        print(f"{pathlib.Path(folder).name:28} {packages:9} {points:8} {ratio:9.0f} {ratio_loading:12.0f}", flush=True)
    if solved:
        print(f"above 10,000 packages: {min(solved):.0f} at least, geometric mean {mean(solved):.0f}")
    if loaded:
        print(f"with loading:          {min(loaded):.0f} at least, geometric mean {mean(loaded):.0f}")


main()
