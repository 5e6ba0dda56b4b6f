#include "parley/ask/window_changes.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <functional>

#include "parley/at.h"
#include "parley/model/opening.h"

namespace parley {
namespace {

using Kind = Windows::Change::Kind;

std::string name_or_id(const std::string& name, const std::string& id) { return name.empty() ? id : name; }

std::string number_text(const Quantity& q) {
  return q.exact() ? to_text(q.low) : fmt::format("{} to {}", to_text(q.low), to_text(q.high));
}

std::string stance_words(const Case& c, const DatedValue& value) {
  if (value.third_party < 0) return "";
  const ThirdParty& third = c.third_parties[at(value.third_party)];
  const Stance& stance = third.stances[at(value.stance)];
  return fmt::format(" if {} stands on {}: {}", name_or_id(third.name, third.id), name_or_id(stance.name, stance.id),
                     stance.positions[at(value.position)]);
}

/// Visits every dated list of a case: whose it is, what it is about, and of an exit which one.
void for_each_list(const Case& c,
                   const std::function<void(const Actor&, Kind, int, const std::vector<DatedValue>&)>& visit) {
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Party& party = c.parties[p];
    const Actor whole{static_cast<int>(p), -1, -1};
    visit(whole, Kind::reservation, -1, party.reservations);
    for (std::size_t k = 0; k < party.principals.size(); ++k)
      visit({whole.party, static_cast<int>(k), -1}, Kind::reservation, -1, party.principals[k].reservations);
    visit(whole, Kind::flow, -1, party.no_deal.flow);
    visit(whole, Kind::breakdown, -1, party.no_deal.breakdown);
    visit(whole, Kind::breakdown_chance, -1, party.no_deal.breakdown_chance);
    for (std::size_t e = 0; e < party.no_deal.exits.size(); ++e)
      visit(whole, Kind::exit_value, static_cast<int>(e), party.no_deal.exits[e].values);
  }
}

class Changes {
 public:
  explicit Changes(const Case& c) : case_(c) {}

  std::vector<Windows::Change> collected() {
    for_each_list(case_, [&](const Actor& who, Kind kind, int exit, const std::vector<DatedValue>& values) {
      for (const DatedValue& value : values)
        if (value.since)
          add(*value.since, kind, who, exit, value_words(who, kind, exit, value) + stance_words(case_, value));
    });
    for (std::size_t p = 0; p < case_.parties.size(); ++p) add_openings(static_cast<int>(p));
    std::ranges::stable_sort(changes_, {}, &Windows::Change::date);
    return std::move(changes_);
  }

 private:
  void add(Date date, Kind kind, const Actor& who, int exit, const std::string& words) {
    changes_.push_back({Date{date.day}, kind, who, exit, fmt::format("{}: {}", name_of(case_, who), words)});
  }

  const NoDeal& no_deal_of(const Actor& who) const { return case_.parties[at(who.party)].no_deal; }

  std::string exit_name(const Actor& who, int exit) const {
    const Exit& named = no_deal_of(who).exits[at(exit)];
    return fmt::format("\"{}\"", name_or_id(named.name, named.id));
  }

  std::string value_words(const Actor& who, Kind kind, int exit, const DatedValue& value) const {
    const std::string number = number_text(value.value);
    switch (kind) {
      case Kind::reservation:
        return "its reservation value is " + number;
      case Kind::flow:
        return "while the talks go on, no deal is worth " + number;
      case Kind::breakdown:
        return "a breakdown of the talks is worth " + number;
      case Kind::breakdown_chance:
        return fmt::format("the chance of a breakdown within {} days is {}", no_deal_of(who).period_days, number);
      default:
        return fmt::format("its exit {} is worth {}", exit_name(who, exit), number);
    }
  }

  void add_openings(int party) {
    const Actor who{party, -1, -1};
    const auto openings = openings_of(no_deal_of(who));
    for (std::size_t e = 0; e < openings.size(); ++e) {
      const Opening& opening = openings[e];
      const int exit = static_cast<int>(e);
      if (opening.earliest == never) continue;
      const auto tell = [&](Date date, Kind kind, const char* words) {
        if (date > beginning && date < never)
          add(date, kind, who, exit, fmt::format(fmt::runtime(words), exit_name(who, exit)));
      };
      const auto after = [](Date last) { return last == never ? never : Date{last.day + std::chrono::days{1}}; };
      if (opening.earliest != opening.latest)
        tell(opening.earliest, Kind::exit_may_open, "its exit {} may be there to be chosen");
      tell(opening.latest, Kind::exit_opens, "its exit {} is there to be chosen");
      if (opening.sure_until != opening.until)
        tell(after(opening.sure_until), Kind::exit_may_close, "its exit {} may have closed");
      tell(after(opening.until), Kind::exit_closes, "its exit {} has closed");
    }
  }

  const Case& case_;
  std::vector<Windows::Change> changes_;
};

}  // namespace

std::vector<Windows::Change> window_changes(const Case& c) { return Changes(c).collected(); }

std::vector<NamedStance> stances_named(const Case& c) {
  std::vector<NamedStance> named;
  for (std::size_t t = 0; t < c.third_parties.size(); ++t)
    for (std::size_t s = 0; s < c.third_parties[t].stances.size(); ++s) {
      const NamedStance stance{static_cast<int>(t), static_cast<int>(s)};
      bool found = false;
      for_each_list(c, [&](const Actor&, Kind, int, const std::vector<DatedValue>& values) {
        found = found || std::ranges::any_of(values, [&](const DatedValue& value) {
                  return value.third_party == stance.third_party && value.stance == stance.stance;
                });
      });
      if (found) named.push_back(stance);
    }
  return named;
}

}  // namespace parley
