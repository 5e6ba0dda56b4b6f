#include <fmt/format.h>

#include "parley/case/checks.h"

namespace parley {
namespace {

void report_circle(const Case& c, int start, Problems& problems) {
  std::vector<std::string> names;
  int phase = start;
  do {
    names.push_back(c.phases[static_cast<std::size_t>(phase)].name);
    phase = c.phases[static_cast<std::size_t>(phase)].after;
  } while (phase != start);
  const Place place = c.phases[static_cast<std::size_t>(start)].from.place;
  if (names.size() == 1) {
    problems.push_back({place, fmt::format("phase {} waits for itself, so it can never begin", names[0]),
                        "let it come after another phase, or leave out \"after\""});
    return;
  }
  names.push_back(names[0]);
  problems.push_back({place,
                      fmt::format("phases wait for each other in a circle, so none of them can begin: {}",
                                  fmt::join(names, " after ")),
                      "let one of them come after a phase outside the circle, or leave out its \"after\""});
}

}  // namespace

void check_phases(const Case& c, Problems& problems) {
  // Follow "after" from each phase; a walk that meets its own steps has found a circle, earlier walks are settled.
  std::vector<int> met_by(c.phases.size(), -1);
  for (int start = 0; start < static_cast<int>(c.phases.size()); ++start) {
    int phase = start;
    while (phase >= 0 && met_by[static_cast<std::size_t>(phase)] < 0) {
      met_by[static_cast<std::size_t>(phase)] = start;
      phase = c.phases[static_cast<std::size_t>(phase)].after;
    }
    if (phase >= 0 && met_by[static_cast<std::size_t>(phase)] == start) report_circle(c, phase, problems);
  }
}

}  // namespace parley
