#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t most_alternatives = 3;

// What the text says about an issue: its option, or the options that it leaves open. A change of a number has its unit
// at both ends, which is told once, with the new number.
std::string before_words(const Case& c, const Amendments& answer, int issue) {
  const Issue& what = at(c.issues, issue);
  const auto option = [&](int level) {
    return what.numeric() ? at(what.options, level) : option_text(c, issue, level);
  };
  const std::vector<int>& open = at(at(c.proposals, answer.proposal).alternatives, issue);
  if (open.size() > most_alternatives) return "left open";
  std::vector<std::string> options;
  for (const int level : open) options.push_back(option(level));
  return listed(options, "or");
}

std::string change_words(const Page& page, const Case& c, const Amendments& answer, const Amendment& amendment,
                         int issue) {
  return fmt::format("{}: {} {} {}", issue_name(c, issue), before_words(c, answer, issue), arrow(page),
                     option_text(c, issue, at(amendment.to, issue)));
}

// Brackets that an amendment only fills in.
std::vector<int> filled_in(const Case& c, const Amendments& answer, const Amendment& amendment) {
  std::vector<int> issues = all_issues(c);
  std::erase_if(issues, [&](int i) {
    return answer.settled.empty() || !at(answer.settled, i) || std::ranges::count(amendment.changed, i) > 0;
  });
  return issues;
}

void write_amendment(Page& page, const Case& c, const Amendments& answer, const Amendment& amendment,
                     std::size_t number) {
  std::vector<std::string> changes;
  for (const int issue : amendment.changed) changes.push_back(change_words(page, c, answer, amendment, issue));
  add_gap(page);
  add_text(page, fmt::format("{}. {}", number, listed(changes)), 2, 3, Tone::strong);
  const std::vector<int> filled = filled_in(c, answer, amendment);
  if (!filled.empty()) add_text(page, "with the brackets filled in: " + terms_words(c, amendment.to, filled), 5, 2);
  Table table;
  table.columns = {{""}, {"change", true}, {"to", true}, {"can it consent"}};
  table.indent = 5;
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    table.rows.push_back({{party_name(c, static_cast<int>(p))},
                          {signed_figure(amendment.gain[p])},
                          {figure(amendment.value[p])},
                          {std::string(verdict_words(amendment.verdicts[p])), tone_of(amendment.verdicts[p])}});
  }
  add_table(page, table);
}

std::string unharmed_words(const Case& c, const Amendments& answer, const char* joined) {
  std::vector<std::string> parties;
  for (const int party : answer.unharmed) parties.push_back(party_name(c, party));
  return listed(parties, joined);
}

// What a change was not to do.
std::string limits_words(const Case& c, const Amendments& answer) {
  std::vector<std::string> kept;
  for (const int issue : answer.kept) kept.push_back(issue_name(c, issue));
  std::vector<std::string> limits;
  if (!kept.empty()) limits.push_back("keeps " + listed(kept));
  if (!answer.unharmed.empty())
    limits.push_back(fmt::format("leaves {} no worse off", unharmed_words(c, answer, "and")));
  return fmt::format("{}", fmt::join(limits, " and "));
}

void write_obstacles(Page& page, const Case& c, const Amendments& answer) {
  const std::string limits = limits_words(c, answer);
  add_text(page, limits.empty()
                     ? "In " + central_reading(page) + " no change of any size brings everyone in."
                     : fmt::format("In {} no change that {} brings everyone in.", central_reading(page), limits));
  if (answer.obstacles.empty()) {
    add_text(page, answer.obstacles_complete
                       ? "Lifting floors and red lines would not help: it is the rules that leave no package."
                       : "What stands in the way could not be found within the limits of the search.");
    return;
  }
  add_text(page,
           "What stands in the way: the fewest floors and red lines that, lifted together, would let a package "
           "through. Other sets, of more of them, may do so too.");
  for (const auto& set : answer.obstacles) {
    std::vector<std::string> words;
    for (const auto& obstacle : set) words.push_back(obstacle_words(c, obstacle));
    add_text(page, "- " + listed(words), 4, 2);
  }
  if (!answer.obstacles_complete) add_text(page, "Not every set could be looked through; there may be others.");
}

std::string lead(Page& page, const Amendments& answer) {
  const Amendment& first = answer.amendments.front();
  const bool by_movement = answer.least == AmendOptions::Least::movement;
  const std::string least = by_movement ? "moving less" : "changing fewer";
  return fmt::format(
      "In {} {} could bring everyone in; {}.{}", central_reading(page),
      by_movement ? "moving " + number_of(static_cast<std::size_t>(first.movement), "step")
                  : "changing " + number_of(first.changed.size(), "issue"),
      may_miss_smaller(answer) ? "whether " + least + " would do as well was not found out" : least + " does not",
      answer.more ? " There are other ways as small." : "");
}

}  // namespace

void write_amendments(Page& page, const Case& c, const Amendments& answer) {
  const std::string name = dated_proposal(c, answer.proposal);
  if (answer.already) {
    add_heading(page, "SMALLEST CHANGES TO " + name, "none needed", Tone::yes);
    const std::vector<int> filled = filled_in(c, answer, answer.amendments.front());
    add_text(page, "In " + central_reading(page) + " everyone can consent to it " +
                       (filled.empty() ? "as it stands."
                                       : "once its brackets are filled in, for instance so: " +
                                             terms_words(c, answer.amendments.front().to, filled) + "."));
    return;
  }
  add_heading(page, "SMALLEST CHANGES TO " + name);
  if (answer.amendments.empty()) {
    if (may_miss_smaller(answer)) {
      add_text(page, "None was found before the search was stopped.");
    } else {
      write_obstacles(page, c, answer);
    }
    return;
  }
  add_text(page, lead(page, answer));
  if (!answer.unharmed.empty())
    add_text(page,
             fmt::format("None of these changes leaves {} with less than the text.", unharmed_words(c, answer, "or")));
  explain_scale(page, c);
  for (std::size_t i = 0; i < answer.amendments.size(); ++i) {
    write_amendment(page, c, answer, answer.amendments[i], i + 1);
  }
}

}  // namespace parley
