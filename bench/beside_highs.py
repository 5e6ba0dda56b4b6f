"""Solves invented talks with HiGHS and compares with what Parley found: beside-highs calls this.

Options are 0/1 variables, one of each issue; what two issues are worth together is a table of continuous variables
whose rows and columns sum to the options' variables. Max-min is one variable below every gain. Nash is the sum of the
logarithms of gains by outer approximation (Kelley 1960): tangents are added where the last solution lies until the sum
of logarithms of its package is within 1e-7 of the bound. Gaps are set to nothing; numbers are in units of a full
hundred points.
"""

import collections
import math
import re
import resource
import sys

import highspy
import numpy as np

UNIT = 1e9


def cpu():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def read(path):
    numbers = iter(open(path).read().split())
    take = lambda: int(next(numbers))
    parties, issues, disagreement = take(), take(), take()
    ideal = [take() for _ in range(parties)]
    options = []
    for _ in range(issues):
        options.append(np.array([take() for _ in range(take() * parties)]).reshape(-1, parties))
    pairs = collections.defaultdict(dict)
    for _ in range(take()):
        i, a, j, b = take(), take(), take(), take()
        pairs[i, j][a, b] = np.array([take() for _ in range(parties)])
    return parties, disagreement, ideal, options, pairs


class Model:
    def __init__(self, talks, limit):
        self.parties, disagreement, ideal, self.options, self.pairs = talks
        self.d = disagreement / UNIT
        self.scale = [(best - disagreement) / UNIT for best in ideal]
        self.limit = limit
        self.highs = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 1e-9)):
            self.highs.setOptionValue(name, value)
        self.columns = 0
        self.gains = [([], []) for _ in range(self.parties)]
        self.first = []
        for issue in self.options:
            self.first.append(self.columns)
            for gain in issue:
                self.column(0, 1, gain)
                self.highs.changeColIntegrality(self.columns - 1, highspy.HighsVarType.kInteger)
            self.row(1, 1, range(self.first[-1], self.columns), [1] * len(issue))
        for (i, j), table in self.pairs.items():
            by_row, by_column = collections.defaultdict(list), collections.defaultdict(list)
            for (a, b), gain in table.items():
                by_row[a].append(self.columns)
                by_column[b].append(self.columns)
                self.column(0, 1, gain)
            for which, lists in ((i, by_row), (j, by_column)):
                for option, members in lists.items():
                    self.row(0, 0, members + [self.first[which] + option], [1] * len(members) + [-1])

    def column(self, low, high, gain=None):
        self.highs.addVar(low, high)
        self.columns += 1
        if gain is not None:
            for p in range(self.parties):
                if gain[p]:
                    self.gains[p][0].append(self.columns - 1)
                    self.gains[p][1].append(gain[p] / UNIT)

    def row(self, low, high, index, value):
        index = np.array(list(index), dtype=np.int32)
        self.highs.addRow(low, high, len(index), index, np.array(value, dtype=float))

    def solve(self):
        """The best package's values and the bound; nothing when the time was up."""
        left = self.limit - (cpu() - self.start)
        if left <= 0:
            return None, None
        # HiGHS counts its time on and on over the runs of one model.
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + left)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None, None
        x = np.array(self.highs.getSolution().col_value)
        chosen = [int(np.argmax(x[f : f + len(o)])) for f, o in zip(self.first, self.options)]
        value = sum(o[c] for o, c in zip(self.options, chosen)).astype(object)
        for (i, j), table in self.pairs.items():
            value = value + table.get((chosen[i], chosen[j]), 0)
        return [int(v) for v in value], self.highs.getInfo().objective_function_value

    def weighted(self):
        inf = highspy.kHighsInf
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        for p in range(self.parties):
            self.row(self.d, inf, *self.gains[p])
            for index, value in zip(*self.gains[p]):
                cost = sum(v for q in range(self.parties) for i, v in zip(*self.gains[q]) if i == index)
                self.highs.changeColCost(index, cost)
        return self.solve()[0]

    def smallest(self, scale):
        inf = highspy.kHighsInf
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.column(0, inf)
        least = self.columns - 1
        self.highs.changeColCost(least, 1)
        for p in range(self.parties):
            index, value = self.gains[p]
            self.row(self.d, inf, index + [least], value + [-scale[p]])
        return self.solve()[0]

    def nash(self):
        inf = highspy.kHighsInf
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        logs = []
        for p in range(self.parties):
            self.column(-inf, inf)
            logs.append(self.columns - 1)
            self.highs.changeColCost(logs[-1], 1)
            self.row(self.d, inf, *self.gains[p])
            for point in np.geomspace(0.01, 1, 12):
                self.tangent(p, logs[p], point)
        while True:
            value, bound = self.solve()
            if value is None:
                return None
            gains = [v / UNIT - self.d for v in value]
            if min(gains) > 0 and bound - sum(map(math.log, gains)) < 1e-7:
                return value
            for p, gain in enumerate(gains):
                self.tangent(p, logs[p], max(gain, 1e-4))

    def tangent(self, p, log, point):
        # log(g) <= log(point) + (g - point) / point, g being what lies above the disagreement value
        index, value = self.gains[p]
        self.row(-highspy.kHighsInf, math.log(point) - 1 - self.d / point, index + [log],
                 [-v / point for v in value] + [1])


def worth(viewpoint, talks, value):
    parties, d, ideal = talks[:3]
    gains = [v - d for v in value]
    if viewpoint == "nash":
        return math.exp(sum(math.log(max(g, 1e-9)) for g in gains) / parties)
    if viewpoint == "egalitarian":
        return min(gains)
    if viewpoint == "kalai-smorodinsky":
        return min(g / (best - d) for g, best in zip(gains, ideal)) * UNIT
    return sum(value)


def main(folder, ours, pattern, limit):
    classes = collections.OrderedDict()
    unequal = 0
    for line in open(ours):
        name, viewpoint, took, verdict, *rest = line.split()
        value = rest[1:]
        if not re.search(pattern, f"{name} {viewpoint}"):
            continue
        talks = read(f"{folder}/{name}.talks")
        model = Model(talks, limit)
        model.start = start = cpu()
        found = {"nash": model.nash, "egalitarian": lambda: model.smallest([1] * talks[0]),
                 "kalai-smorodinsky": lambda: model.smallest(model.scale), "utilitarian": model.weighted}[viewpoint]()
        theirs = (cpu() - start) * 1e3
        agree = "HiGHS was cut off"
        if found is not None and verdict == "proven":
            mine, other = worth(viewpoint, talks, [int(v) for v in value]), worth(viewpoint, talks, found)
            # HiGHS takes options for whole within 1e-6; its package may fall short, never exceed.
            agree = "same" if abs(mine - other) <= 2e-6 * abs(mine) else f"Parley {mine:.0f} HiGHS {other:.0f}"
            unequal += agree != "same"
        print(f"{name:32} {viewpoint:18} Parley {float(took):10.3f} ms {verdict:8} HiGHS {theirs:10.1f} ms"
              f"  ratio {theirs / float(took):9.1f}  {agree}", flush=True)
        parties, interests = name.split("-")[:2]
        classes.setdefault((viewpoint, parties, interests), []).append((float(took), theirs, verdict))
    print(f"\n{'viewpoint':18} {'parties':7} {'interests':12} {'talks':>5} {'proven':>6} {'worst, ms':>10} "
          f"{'HiGHS, ms':>10} {'ratio':>8} {'least':>8}   (ratio: geometric mean)")
    totals = collections.OrderedDict()
    for (viewpoint, parties, interests), runs in classes.items():
        for key in ((viewpoint, parties, interests), (viewpoint, "all", "entangled" if interests == "entangled" else "")):
            totals.setdefault(key, []).extend(runs)
    for key, runs in totals.items():
        ratios = [theirs / mine for mine, theirs, _ in runs]
        print(f"{key[0]:18} {key[1]:7} {key[2]:12} {len(runs):5} {sum(v == 'proven' for *_, v in runs):6} "
              f"{max(m for m, *_ in runs):10.2f} {max(t for _, t, _ in runs):10.0f} "
              f"{math.exp(sum(map(math.log, ratios)) / len(ratios)):8.1f} {min(ratios):8.1f}")
    print(f"\n{unequal} optima differ." if unequal else "\nAll optima agree.")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]))
