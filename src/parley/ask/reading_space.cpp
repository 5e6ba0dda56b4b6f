#include "parley/ask/reading_space.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/consent.h"
#include "parley/model/space.h"

namespace parley {
namespace {

constexpr std::size_t most_views = 64;
constexpr std::size_t most_masks = 10'000;

using CasePlaces = std::vector<std::size_t>;

/// 0 to n - 1, sorted by a key.
template <class Key>
CasePlaces sorted_by(std::size_t n, const Key& key) {
  CasePlaces places(n);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return places;
}

/// Levels in their order, or, where they have none, by their labels.
CasePlaces level_order(const Issue& issue) {
  return sorted_by(issue.options.size(), [&](std::size_t level) {
    return std::pair(issue.ordered() ? std::string() : issue.options[level], issue.ordered() ? level : 0);
  });
}

bool same_view(const ReadingTable::View& a, const ReadingTable::View& b) {
  const auto same = [](const ReadingTable::Feature& x, const ReadingTable::Feature& y) {
    return x.when == y.when && x.counts_when_holding == y.counts_when_holding && x.gain == y.gain;
  };
  return a.gain == b.gain && a.floor == b.floor && a.refuses == b.refuses &&
         std::ranges::equal(a.features, b.features, same);
}

/// Sets of views that are enough, none of which contains another, in ascending order.
using MaskList = std::vector<std::uint64_t>;

MaskList minimal(MaskList masks) {
  MaskList kept;
  for (const std::uint64_t mask : masks) {
    if (std::ranges::any_of(kept, [&](std::uint64_t other) { return (other & mask) == other; })) continue;
    std::erase_if(kept, [&](std::uint64_t other) { return (other & mask) == mask; });
    kept.push_back(mask);
  }
  std::ranges::sort(kept);
  return kept;
}

class ReadingTableBuilder {
 public:
  ReadingTableBuilder(const Case& c, const Model& model, const Readings& readings, const CasePlaces& issues,
                      const std::vector<CasePlaces>& levels)
      : case_(c), model_(model), readings_(readings), issues_(issues), levels_(levels), place_of_(issues.size()) {
    for (std::size_t i = 0; i < issues.size(); ++i) place_of_[issues[i]] = static_cast<int>(i);
  }

  std::optional<ReadingTable> build() {
    table_.readings = readings_.count;
    for (const std::size_t i : issues_) {
      table_.levels.push_back(model_.levels[i]);
      table_.tie_keys.push_back(in_order(model_.tie_keys[i], levels_[i]));
    }
    add_rules();
    if (!add_consent()) return std::nullopt;
    return std::move(table_);
  }

 private:
  template <class Values>
  static Values in_order(const Values& values, const CasePlaces& order) {
    Values result;
    for (const std::size_t place : order) result.push_back(values[place]);
    return result;
  }

  LevelSet level_set(int issue, const std::vector<bool>& holds) const {
    return {place_of_[at(issue)], in_order(holds, levels_[at(issue)])};
  }

  std::vector<LevelSet> level_sets(const std::vector<LevelSet>& sets) const {
    std::vector<LevelSet> result;
    for (const LevelSet& set : sets) result.push_back(level_set(set.issue, set.holds));
    std::ranges::sort(result, {}, &LevelSet::issue);
    return result;
  }

  /// Conditions on one issue are one condition: that all of them hold.
  std::vector<LevelSet> level_sets(const std::vector<Condition>& conditions) const {
    std::map<int, std::vector<bool>> holds;
    for (const Condition& condition : conditions) {
      const auto [entry, added] = holds.try_emplace(condition.issue, condition.holds);
      for (std::size_t level = 0; level < condition.holds.size() && !added; ++level)
        entry->second[level] = entry->second[level] && condition.holds[level];
    }
    std::vector<LevelSet> sets;
    for (const auto& [issue, levels] : holds) sets.push_back({issue, levels});
    return level_sets(sets);
  }

  void add_rules() {
    const Tables rules = all_packages(case_, model_);
    for (const Implication& rule : rules.implications)
      table_.implications.push_back({level_sets(rule.when), level_sets(rule.then)});
    for (LinearRule rule : rules.linear_rules) {
      for (std::size_t j = 0; j < rule.issues.size(); ++j) {
        rule.amounts[j] = in_order(rule.amounts[j], levels_[at(rule.issues[j])]);
        rule.issues[j] = place_of_[at(rule.issues[j])];
      }
      table_.linear_rules.push_back(std::move(rule));
    }
  }

  ReadingTable::View view(std::size_t party, std::size_t principal) const {
    const ReadView& read = readings_.views[party][principal];
    ReadingTable::View result;
    for (const std::size_t i : issues_) result.gain.push_back(in_order(read.gain[i], levels_[i]));
    for (std::size_t e = 0; e < read.interactions.size(); ++e)
      result.features.push_back(
          {level_sets(read.interactions[e].when), !read.interactions[e].penalty, read.interaction_gain[e]});
    result.floor = read.floor;
    const Party& side = case_.parties[party];
    for (const RedLine& line : red_lines_of(side, side.principals[principal]))
      result.refuses.push_back(level_set(line.option.issue, line.option.holds));
    return result;
  }

  /// The bit of a principal, in a table of at most `most_views`.
  std::optional<std::uint64_t> bit_of(std::size_t party, std::size_t principal) {
    ReadingTable::View wanted = view(party, principal);
    const auto same = std::ranges::find_if(table_.views, [&](const auto& other) { return same_view(other, wanted); });
    const auto place = static_cast<std::size_t>(same - table_.views.begin());
    if (place >= most_views) return std::nullopt;
    if (same == table_.views.end()) table_.views.push_back(std::move(wanted));
    return std::uint64_t{1} << place;
  }

  /// What is enough for one party, by one of the things said of its consent.
  std::optional<MaskList> enough_for(std::size_t party, const Gate& consent) {
    Party as_said = case_.parties[party];
    as_said.consent = consent;
    const auto coalitions = sufficient_coalitions(as_said);
    const auto by_id = [&](int k) -> const std::string& { return as_said.principals[at(k)].id; };
    std::vector<int> all;
    for (const Coalition& coalition : coalitions) all.insert(all.end(), coalition.begin(), coalition.end());
    std::ranges::sort(all, {}, by_id);
    std::map<int, std::uint64_t> bits;
    for (const int k : all) {
      if (bits.contains(k)) continue;
      const auto bit = bit_of(party, at(k));
      if (!bit) return std::nullopt;
      bits[k] = *bit;
    }
    MaskList masks;
    for (const Coalition& coalition : coalitions) {
      std::uint64_t mask = 0;
      for (const int k : coalition) mask |= bits.at(k);
      masks.push_back(mask);
    }
    return minimal(std::move(masks));
  }

  /// For each party, by id, and each of the things said of its consent.
  std::optional<std::vector<std::vector<MaskList>>> enough_by_claim(const CasePlaces& parties) {
    std::vector<std::vector<MaskList>> result;
    for (const std::size_t p : parties) {
      const Party& party = case_.parties[p];
      std::vector<Gate> trees;
      for (const ConsentClaim& claim : party.consent_claims) trees.push_back(claim.consent);
      if (readings_.consent[p].empty()) trees = {party.consent};
      std::vector<MaskList> masks;
      for (const Gate& tree : trees) {
        auto enough = enough_for(p, tree);
        if (!enough) return std::nullopt;
        masks.push_back(std::move(*enough));
      }
      result.push_back(std::move(masks));
    }
    return result;
  }

  bool add_consent() {
    const CasePlaces parties =
        sorted_by(case_.parties.size(), [&](std::size_t p) -> const std::string& { return case_.parties[p].id; });
    const auto enough = enough_by_claim(parties);
    if (!enough) return false;
    // Claims are bytes, held wider here: GCC 12 warns falsely where a map compares vectors of bytes.
    std::map<std::vector<std::uint16_t>, std::uint16_t> hypotheses;
    std::vector<std::uint16_t> of_reading;
    for (std::size_t j = 0; j < readings_.count; ++j) {
      std::vector<std::uint16_t> claims;
      for (const std::size_t p : parties)
        claims.push_back(readings_.consent[p].empty() ? std::uint16_t{0} : readings_.consent[p][j]);
      if (hypotheses.size() > std::numeric_limits<std::uint16_t>::max()) return false;
      of_reading.push_back(hypotheses.try_emplace(claims, static_cast<std::uint16_t>(hypotheses.size())).first->second);
    }
    table_.enough.resize(hypotheses.size());
    for (const auto& [claims, number] : hypotheses) {
      MaskList together{0};
      for (std::size_t p = 0; p < parties.size(); ++p) {
        together = combined(together, (*enough)[p][claims[p]]);
        if (together.size() > most_masks) return false;
      }
      table_.enough[number] = std::move(together);
    }
    if (hypotheses.size() > 1) table_.hypothesis = std::move(of_reading);
    return true;
  }

  static MaskList combined(const MaskList& before, const MaskList& more) {
    MaskList both;
    for (const std::uint64_t a : before)
      for (const std::uint64_t b : more) both.push_back(a | b);
    return minimal(std::move(both));
  }

  const Case& case_;
  const Model& model_;
  const Readings& readings_;
  const CasePlaces& issues_;
  const std::vector<CasePlaces>& levels_;
  std::vector<int> place_of_;  ///< for each issue of the case, that of the table
  ReadingTable table_;
};

}  // namespace

std::optional<ReadingSpace> ReadingSpace::of(const Case& c, const Model& model, const Readings& readings) {
  ReadingSpace space;
  space.issues_ = sorted_by(c.issues.size(), [&](std::size_t i) -> const std::string& { return c.issues[i].id; });
  for (const Issue& issue : c.issues) space.levels_.push_back(level_order(issue));
  auto table = ReadingTableBuilder(c, model, readings, space.issues_, space.levels_).build();
  if (!table) return std::nullopt;
  space.table_ = std::move(*table);
  return space;
}

Package ReadingSpace::to_table(const Package& package) const {
  Package result;
  for (const std::size_t i : issues_) {
    const auto found = std::ranges::find(levels_[i], at(package[i]));
    result.push_back(static_cast<int>(found - levels_[i].begin()));
  }
  return result;
}

Package ReadingSpace::from_table(const Package& package) const {
  Package result(package.size());
  for (std::size_t i = 0; i < package.size(); ++i)
    result[issues_[i]] = static_cast<int>(levels_[issues_[i]][at(package[i])]);
  return result;
}

}  // namespace parley
