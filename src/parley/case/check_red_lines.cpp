#include <fmt/core.h>

#include <map>

#include "parley/case/checks.h"

namespace parley {
namespace {

/// What red lines leave of each issue that they touch, and the place of the last one on it.
struct Left {
  Levels levels;
  Place place;
};
using LeftOver = std::map<int, Left>;

void draw(const std::vector<RedLine>& red_lines, LeftOver& left) {
  for (const RedLine& line : red_lines) {
    const std::size_t levels = line.option.holds.size();
    Left& issue = left.try_emplace(line.option.issue, ~Levels(levels), Place{}).first->second;
    for (std::size_t level = 0; level < levels; ++level) {
      if (line.option.holds[level]) issue.levels.reset(level);
    }
    issue.place = line.option.place;
  }
}

void report(const Case& c, const LeftOver& left, const std::string& who, Problems& problems) {
  for (const auto& [issue, rest] : left) {
    if (rest.levels.any()) continue;
    problems.push_back({rest.place,
                        fmt::format("the red lines of {} exclude every option of {}, so it could never agree to "
                                    "anything",
                                    who, c.issues[static_cast<std::size_t>(issue)].name),
                        "leave at least one option open"});
  }
}

}  // namespace

void check_red_lines(const Case& c, Problems& problems) {
  for (int i = 0; i < static_cast<int>(c.parties.size()); ++i) {
    const Party& party = c.parties[static_cast<std::size_t>(i)];
    LeftOver shared;
    draw(party.red_lines, shared);
    report(c, shared, party.name, problems);
    std::erase_if(shared, [](const auto& entry) { return entry.second.levels.none(); });
    for (int j = 0; j < static_cast<int>(party.principals.size()); ++j) {
      const Principal& principal = party.principals[static_cast<std::size_t>(j)];
      if (principal.red_lines.empty()) continue;
      LeftOver own = shared;
      draw(principal.red_lines, own);
      report(c, own, name_of(c, {.party = i, .principal = j}), problems);
    }
  }
}

}  // namespace parley
