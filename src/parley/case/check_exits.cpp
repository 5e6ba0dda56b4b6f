#include <fmt/format.h>

#include <algorithm>

#include "parley/case/checks.h"

namespace parley {
namespace {

const Exit& exit_at(const Party& party, int exit) { return party.no_deal.exits[static_cast<std::size_t>(exit)]; }

void report_circle(const Party& party, int start, Problems& problems) {
  std::vector<std::string> names;
  int exit = start;
  do {
    names.push_back(exit_at(party, exit).name);
    exit = exit_at(party, exit).after;
  } while (exit != start);
  const Place place = exit_at(party, start).from.place;
  if (names.size() == 1) {
    problems.push_back({place,
                        fmt::format("exit {} of {} waits for itself, so it can never be chosen", names[0], party.name),
                        "let it come after another exit, or leave out \"after\""});
    return;
  }
  names.push_back(names[0]);
  problems.push_back({place,
                      fmt::format("exits of {} wait for each other in a circle, so none of them can be chosen: {}",
                                  party.name, fmt::join(names, " after ")),
                      "let one of them come after an exit outside the circle, or leave out its \"after\""});
}

void check_circles(const Party& party, Problems& problems) {
  // Follow "after" from each exit; a walk that meets its own steps has found a circle, earlier walks are settled.
  std::vector<int> met_by(party.no_deal.exits.size(), -1);
  for (int start = 0; start < static_cast<int>(met_by.size()); ++start) {
    int exit = start;
    while (exit >= 0 && met_by[static_cast<std::size_t>(exit)] < 0) {
      met_by[static_cast<std::size_t>(exit)] = start;
      exit = exit_at(party, exit).after;
    }
    if (exit >= 0 && met_by[static_cast<std::size_t>(exit)] == start) report_circle(party, exit, problems);
  }
}

void check_time(const Party& party, const Exit& exit, Problems& problems) {
  if (!exit.closes) return;
  if (exit.opens && surely_before(*exit.closes, *exit.opens)) {
    problems.push_back({exit.from.place,
                        fmt::format("exit {} of {} closes {}, before it opens {}", exit.name, party.name,
                                    when(*exit.closes), when(*exit.opens)),
                        "correct one of the two dates"});
  }
  if (exit.after < 0) return;
  const Exit& before = exit_at(party, exit.after);
  if (before.opens && surely_before(*exit.closes, *before.opens)) {
    problems.push_back({exit.from.place,
                        fmt::format("exit {} of {} closes {}, before {}, for which it waits, opens {}", exit.name,
                                    party.name, when(*exit.closes), before.name, when(*before.opens)),
                        "correct one of the two dates, or leave out \"after\""});
  }
}

}  // namespace

void check_exits(const Case& c, Problems& problems) {
  for (const Party& party : c.parties) {
    check_circles(party, problems);
    for (const Exit& exit : party.no_deal.exits) check_time(party, exit, problems);
  }
}

}  // namespace parley
