// How long point solutions take over a grid of invented talks that nobody could enumerate: CPU milliseconds of the
// diagram and of the search together, the least of some repeats, how far above what was reached (as a part of it) the
// multipliers of the certificate prove the bound, and the values; one line for each talks and viewpoint.
//   bench_viewpoint [viewpoint [parties]]   all of them, or one viewpoint, or that with so many parties
//   bench_viewpoint --write FOLDER          also writes each talks there as text, for another solver (beside-highs)
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "parley/solve/viewpoint.h"
#include "talks.h"

namespace parley::bench {
namespace {

struct Kind {
  Viewpoint viewpoint;
  const char* name;
};
constexpr Kind kinds[] = {{Viewpoint::nash, "nash"},
                          {Viewpoint::egalitarian, "egalitarian"},
                          {Viewpoint::kalai_smorodinsky, "kalai-smorodinsky"},
                          {Viewpoint::utilitarian, "utilitarian"}};

struct Talks {
  std::string name;
  Tables tables;
  Utility disagreement = 0;
};

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// As low a disagreement point as leaves something to gain for everybody.
Utility disagreement_of(int parties, Interests interests) {
  if (parties == 2) return unit * 3 / 10;
  return interests == Interests::opposed ? unit / 10 : unit * 15 / 100;
}

std::vector<Talks> grid(int only_parties) {
  constexpr int seeds = 4;
  struct Size {
    int issues, options;
  };
  std::vector<Talks> all;
  for (int parties = 2; parties <= 6; ++parties) {
    if (only_parties != 0 && parties != only_parties) continue;
    for (const auto interests : {Interests::independent, Interests::opposed})
      for (const auto& [issues, options] : {Size{10, 5}, Size{20, 5}, Size{20, 10}, Size{30, 10}, Size{40, 10}})
        for (int seed = 1; seed <= seeds; ++seed)
          all.push_back({std::to_string(parties) + (interests == Interests::opposed ? "-opposed-" : "-independent-") +
                             std::to_string(issues) + "x" + std::to_string(options) + "-" + std::to_string(seed),
                         invent_talks(parties, issues, options, interests, static_cast<std::uint64_t>(seed)),
                         disagreement_of(parties, interests)});
    if (parties > 3) continue;
    for (int seed = 1; seed <= seeds; ++seed) {
      auto tables = invent_talks(parties, 30, 5, Interests::independent, static_cast<std::uint64_t>(seed));
      entangle(tables, 2, static_cast<std::uint64_t>(seed) + 1000);
      all.push_back(
          {std::to_string(parties) + "-entangled-30x5-" + std::to_string(seed), std::move(tables), unit * 3 / 10});
    }
  }
  return all;
}

/// Parties, issues, disagreement value, the best value of each party; each issue's options with their gains; the number
/// of pair tables and their entries.
void write(const std::string& folder, const Talks& talks, const std::vector<Utility>& ideal) {
  std::ofstream out(folder + "/" + talks.name + ".talks");
  const auto& tables = talks.tables;
  out << tables.dimensions << ' ' << tables.issues() << ' ' << talks.disagreement << '\n';
  for (const auto best : ideal) out << best << ' ';
  for (std::size_t i = 0; i < tables.gain.size(); ++i) {
    out << '\n' << tables.levels[i];
    for (const auto gain : tables.gain[i]) out << ' ' << gain;
  }
  out << '\n' << tables.features.size() << '\n';
  for (const auto& feature : tables.features) {
    for (const auto& set : feature.when)
      out << set.issue << ' ' << std::ranges::find(set.holds, true) - set.holds.begin() << ' ';
    for (const auto gain : feature.gain) out << gain << ' ';
    out << '\n';
  }
}

void measure(const Talks& talks, const Kind& kind, const std::vector<Utility>& ideal) {
  constexpr double enough = 60;
  ViewpointProblem problem;
  problem.viewpoint = kind.viewpoint;
  problem.disagreement.assign(static_cast<std::size_t>(talks.tables.dimensions), talks.disagreement);
  problem.ideal = ideal;
  problem.certified = true;
  double least = INFINITY;
  ViewpointAnswer answer;
  for (double spent = 0; spent < enough;) {
    const auto start = cpu_milliseconds();
    const auto diagram = build_diagram(talks.tables);
    answer = find_viewpoint(*diagram, problem);
    const auto took = cpu_milliseconds() - start;
    least = std::min(least, took);
    spent += took;
  }
  std::printf("%s %s %.4f %s", talks.name.c_str(), kind.name, least,
              answer.point ? "proven" : (answer.stopped ? "stopped" : "none"));
  if (answer.certificate) std::printf(" %.3e", answer.certificate->bound / answer.certificate->reached - 1);
  if (answer.point)
    for (const auto value : answer.point->value) std::printf(" %lld", static_cast<long long>(value));
  std::printf("\n");
  std::fflush(stdout);
}

void run(const std::string& only, int parties, const std::string& folder) {
  for (const auto& talks : grid(parties)) {
    const auto ideal = best_values(*build_diagram(talks.tables));
    if (!folder.empty()) write(folder, talks, ideal);
    for (const auto& kind : kinds)
      if (only.empty() || only == kind.name) measure(talks, kind, ideal);
  }
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  const std::string second = argc > 2 ? argv[2] : "";
  if (first == "--write")
    parley::bench::run("", 0, second);
  else
    parley::bench::run(first, second.empty() ? 0 : std::stoi(second), "");
  return 0;
}
