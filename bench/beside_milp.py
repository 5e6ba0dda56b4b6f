"""Reads an instance of parley_amend_instance and solves it with HiGHS: the fewest issues to change, and nothing of
Parley's second and third criterion. Prints both answers, both times in milliseconds, and how many times as long HiGHS
takes."""

import sys
import time

import highspy
import numpy as np


def read(stream):
    issues, options, parties, floor, changes, ours = stream.readline().split()
    rows = np.array([[int(n) for n in line.split()] for line in stream])
    return int(issues), int(options), int(parties), int(floor), int(changes), float(ours), rows


def solve(issues, options, parties, floor, rows):
    """One binary for each option; each issue takes one; every party reaches its floor. In shares of 1."""
    highs = highspy.Highs()
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("time_limit", 120.0)
    for movement in rows[:, 0]:
        highs.addVar(0, 1)
        highs.changeColCost(highs.numVariables - 1, float(movement > 0))
        highs.changeColIntegrality(highs.numVariables - 1, highspy.HighsVarType.kInteger)
    for i in range(issues):
        columns = np.arange(i * options, (i + 1) * options, dtype=np.int32)
        highs.addRow(1, 1, options, columns, np.ones(options))
    everything = np.arange(issues * options, dtype=np.int32)
    for p in range(parties):
        highs.addRow(floor / 1e9, highspy.kHighsInf, issues * options, everything, rows[:, 1 + p] / 1e9)
    start = time.process_time()
    highs.run()
    taken = (time.process_time() - start) * 1000
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return -1, taken
    proven = status == highspy.HighsModelStatus.kOptimal
    return (round(highs.getObjectiveValue()) if proven else None), taken


issues, options, parties, floor, changes, ours, rows = read(sys.stdin)
theirs, taken = solve(issues, options, parties, floor, rows)
note = "" if theirs == changes else "  HiGHS: not proven" if theirs is None else f"  DIFFERS: HiGHS {theirs}"
print(f"changes {changes:3d}   Parley {ours:9.3f}   HiGHS {taken:9.1f}   ratio {taken / ours:8.1f}{note}")
