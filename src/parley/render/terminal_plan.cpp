#include <fmt/core.h>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

std::string group_words(const Case& c, const std::vector<int>& group) {
  std::vector<std::string> names;
  for (const int issue : group) names.push_back(issue_name(c, issue));
  return listed(names);
}

void write_ties(Page& page, const Case& c, const SearchPlan& space) {
  add_heading(page, "WHAT IS TIED TOGETHER", space.ties == 0 ? "nothing" : "");
  if (space.ties == 0) return;
  add_text(page, fmt::format("Issues in one group share rules or combinations; at most {} decided issues matter later.",
                             space.width));
  for (const auto& group : space.groups)
    if (group.size() > 1) add_text(page, group_words(c, group), 2, 2);
  add_text(page, "Taken in this order: " + group_words(c, space.order) + ".");
}

}  // namespace

void write_plan(Page& page, const Case& c, const Plan& answer) {
  add_heading(page, "HOW THE PACKAGES WOULD BE SEARCHED", count_words(answer.packages) + " before any rule");
  for (const Plan::Choice& choice : answer.choices) {
    add_text(page, fmt::format("{}: {}", choice.part, choice.method));
    add_text(page, fmt::format("since {}", choice.why), 4, 0, Tone::faint);
  }
  write_ties(page, c, answer.space);
}

}  // namespace parley
