// Writes one of the instances of bench_amend for other solvers, with Parley's answer and its processor time (the least
// of a few):
//   parley_amend_instance PARTIES INTERESTS FLOOR SEED
// First a line "issues options parties floor changes milliseconds", then for each issue and option a line with its
// movement and each party's gain.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "amend_talks.h"

namespace {

using namespace parley;

void write(const bench::AmendmentTalks& talks) {
  const auto diagram = build_diagram(talks.tables);
  auto options = talks.options;
  options.wanted = 1;
  Nearest found;
  double least = 1e300;
  for (int repeat = 0; repeat < 5; ++repeat) {
    const auto start = std::clock();
    found = nearest_accepted(*diagram, talks.acceptance, options);
    least = std::min(least, static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
  }
  const auto parties = static_cast<std::size_t>(talks.tables.dimensions);
  const long changes = found.changes.empty() ? -1 : static_cast<long>(found.changes[0].changed.size());
  std::printf("%d %d %zu %lld %ld %.3f\n", talks.tables.issues(), talks.tables.levels[0], parties,
              static_cast<long long>(talks.acceptance.demands[0].least), changes, least);
  for (std::size_t i = 0; i < talks.tables.gain.size(); ++i)
    for (std::size_t level = 0; level < options.movement[i].size(); ++level) {
      std::printf("%lld", static_cast<long long>(options.movement[i][level]));
      for (std::size_t p = 0; p < parties; ++p)
        std::printf(" %lld", static_cast<long long>(talks.tables.gain[i][level * parties + p]));
      std::printf("\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  write(bench::invent_amendment(std::atoi(argv[1]), static_cast<bench::Interests>(std::atoi(argv[2])),
                                std::atoi(argv[3]), std::strtoull(argv[4], nullptr, 10)));
}
