#include <fmt/core.h>

#include <algorithm>

#include "parley/format/domain/reading.h"
#include "parley/format/text.h"

namespace parley {

bool IssueList::accept(std::string_view name, std::size_t levels, Place place) {
  const std::string text = in_quotes(name);
  if (one_line(name).empty()) {
    r_.report(place, "an issue has no name", "name it");
  } else if (names_.find(name) >= 0) {
    r_.report(place, fmt::format("the issue {} stands here a second time", text), "keep one of the two");
  } else if (issues_.size() == DomainLimits::issues) {
    r_.report(place, fmt::format("the domain has more than {} issues", DomainLimits::issues), "leave some out");
  } else if (levels == 0) {
    r_.report(place, fmt::format("the issue {} has no options", text), "list them, or leave the issue out");
  } else if (levels > DomainLimits::levels) {
    r_.report(place, fmt::format("the issue {} has more than {} options", text, DomainLimits::levels),
              "take fewer, or a larger step");
  } else if (levels_ + levels > DomainLimits::levels_in_all) {
    r_.report(place, fmt::format("the domain has more than {} options in all", DomainLimits::levels_in_all),
              "leave some out");
  } else {
    names_.add(std::string(name));
    levels_ += levels;
    return true;
  }
  return false;
}

void IssueList::add(std::string_view name, IssueKind kind, std::vector<std::string> options, Place place,
                    const std::vector<Place>& places) {
  if (accept(name, options.size(), place)) enter(name, kind, std::move(options), place, places);
}

void IssueList::enter(std::string_view name, IssueKind kind, std::vector<std::string> options, Place place,
                      const std::vector<Place>& places) {
  Words seen;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (seen.find(options[i]) >= 0)
      r_.report(i < places.size() ? places[i] : place,
                fmt::format("the option {} of the issue {} stands here a second time", in_quotes(options[i]),
                            in_quotes(name)),
                "keep one of the two, or give the other another name");
    seen.add(options[i]);
  }
  Issue issue;
  issue.id = id_from(name, ids_);
  ids_.push_back(issue.id);
  issue.name = std::string(name);
  issue.kind = kind;
  issue.options = std::move(options);
  issue.from.place = place;
  issues_.push_back(std::move(issue));
}

void IssueList::add_listed(std::string_view name, IssueKind kind, const Node& values, Place place) {
  if (!is_list(r_, values, fmt::format("the values of {}", in_quotes(name)))) return;
  std::vector<std::string> options;
  std::vector<Place> places;
  for (const Node& value : values.items) {
    auto label = read_label(r_, value, "a value");
    if (!label) continue;
    options.push_back(std::move(*label));
    places.push_back(value.place);
  }
  if (options.size() == values.items.size()) add(name, kind, std::move(options), place, places);
}

void IssueList::add_numbers(std::string_view name, std::int64_t first, std::int64_t last, std::int64_t step,
                            Place place) {
  const auto levels = last < first ? 0 : static_cast<std::size_t>((last - first) / step) + 1;
  // Asked first: a file can have thousands of ranges that are too many, whose options nobody would read.
  if (!accept(name, levels, place)) return;
  std::vector<std::string> options;
  for (std::size_t i = 0; i < levels; ++i)
    options.push_back(std::to_string(first + step * static_cast<std::int64_t>(i)));
  enter(name, IssueKind::count, std::move(options), place, {});
  issues_.back().first = first;
  issues_.back().step = step;
}

void IssueList::add_figures(std::string_view name, const Figure& first, const Figure& last, const Figure& step,
                            Place place) {
  std::vector<std::string> options;
  for (Figure number = first; number <= last && options.size() <= DomainLimits::levels; number += step) {
    const auto text = fit(r_, number, place);
    if (!text) return;
    options.push_back(billionths_text(*text));
  }
  add(name, IssueKind::scale, std::move(options), place);
}

std::vector<Issue> IssueList::take() { return std::move(issues_); }

DomainWords::DomainWords(const Domain& domain) : domain_(domain) {
  for (const Issue& issue : domain.issues) {
    issues_.add(issue.name);
    Words& options = options_.emplace_back();
    auto& numbers = numbers_.emplace_back();
    for (const std::string& option : issue.options) {
      if (const auto number = parse_figure(option))
        numbers.emplace(number->str(), static_cast<int>(options.all().size()));
      options.add(option);
    }
  }
}

int DomainWords::option(int issue, std::string_view name) const {
  const auto i = static_cast<std::size_t>(issue);
  const int level = options_[i].find(name);
  if (level >= 0 || numbers_[i].empty()) return level;
  const auto number = parse_figure(name);
  if (!number) return -1;
  const auto found = numbers_[i].find(number->str());
  return found == numbers_[i].end() ? -1 : found->second;
}

int find_issue(DomainReading& r, const DomainWords& words, const Node::Entry& entry) {
  const int issue = words.issue(entry.key);
  if (issue < 0) r.report_unknown(entry.place, "an issue of the domain", entry.key, words.issue_names());
  return issue;
}

int find_option(DomainReading& r, const DomainWords& words, int issue, std::string_view name, Place place) {
  const int level = words.option(issue, name);
  if (level < 0)
    r.report_unknown(place, fmt::format("an option of {}", the_issue(words.domain(), issue)), name,
                     words.domain().issues[static_cast<std::size_t>(issue)].options);
  return level;
}

}  // namespace parley
