#include "parley/solve/branch/network.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "parley/at.h"
#include "parley/solve/tie_keys.h"

namespace parley::branch {
namespace {

std::uint32_t small(std::size_t n) { return static_cast<std::uint32_t>(n); }
class Builder {
 public:
  Builder(const Tables& tables, Columns columns) : tables_(tables), given_(columns.size()) {
    net_.columns = std::move(columns);
    for (const auto& rule : tables.linear_rules) {
      if (rule.least != std::numeric_limits<std::int64_t>::min()) add_side(rule, 1, rule.least);
      if (rule.most != std::numeric_limits<std::int64_t>::max()) add_side(rule, -1, -rule.most);
    }
    add_issues();
    add_gains();
    for (const auto& issue : fitting_tie_keys(tables)) net_.keys.insert(net_.keys.end(), issue.begin(), issue.end());
    net_.constant.assign(net_.width(), 0);
    net_.aspects.resize(net_.issues.size());
    for (const auto& feature : tables.features) add_feature(feature);
    for (const auto& rule : tables.implications) add_rule(rule);
  }

  Network run() { return std::move(net_); }

 private:
  void add_side(const LinearRule& rule, std::int64_t sign, Utility least) {
    sides_.push_back({&rule, sign});
    net_.columns.all.push_back({{}, least});
  }

  void add_issues() {
    for (const int levels : tables_.levels) {
      const Network::Issue issue{small(net_.slots), small(at(levels)), small(net_.words),
                                 small((at(levels) + 63) / 64)};
      net_.slots += issue.levels;
      net_.words += issue.words;
      net_.issues.push_back(issue);
    }
  }

  void add_gains() {
    net_.gain.assign(net_.slots * net_.width(), 0);
    const auto dimensions = at(tables_.dimensions);
    for (std::size_t i = 0; i < net_.issues.size(); ++i)
      for (std::size_t level = 0; level < net_.issues[i].levels; ++level)
        for (std::size_t c = 0; c < given_; ++c)
          for (const int d : net_.columns.all[c].dimensions)
            net_.gain[(net_.issues[i].slot + level) * net_.width() + c] += tables_.gain[i][level * dimensions + at(d)];
    for (std::size_t s = 0; s < sides_.size(); ++s)
      for (std::size_t j = 0; j < sides_[s].rule->issues.size(); ++j) {
        const auto& issue = net_.issues[at(sides_[s].rule->issues[j])];
        for (std::size_t level = 0; level < issue.levels; ++level)
          net_.gain[(issue.slot + level) * net_.width() + given_ + s] =
              sides_[s].sign * sides_[s].rule->amounts[j][level];
      }
  }

  std::uint32_t add_condition(const LevelSet& set) {
    const auto& issue = net_.issues[at(set.issue)];
    net_.conditions.push_back({small(at(set.issue)), small(net_.holds.size())});
    net_.holds.resize(net_.holds.size() + issue.words, 0);
    auto* words = &net_.holds[net_.conditions.back().word];
    for (std::size_t level = 0; level < set.holds.size(); ++level)
      if (set.holds[level]) words[level / 64] |= Word{1} << (level % 64);
    return small(net_.conditions.size() - 1);
  }

  void add_feature(const Feature& feature) {
    std::vector<Utility> gain;
    for (std::size_t c = 0; c < net_.width(); ++c) {
      Utility sum = 0;
      for (const int d : net_.columns.all[c].dimensions) sum += feature.gain[at(d)];
      gain.push_back(sum);
    }
    if (std::ranges::all_of(gain, [](Utility g) { return g == 0; })) return;
    const auto always = [](const LevelSet& set) { return std::ranges::find(set.holds, false) == set.holds.end(); };
    if (std::ranges::all_of(feature.when, always)) {
      for (std::size_t c = 0; c < gain.size(); ++c) net_.constant[c] += gain[c];
      return;
    }
    const auto number = static_cast<std::int32_t>(net_.features.size());
    Network::Range range{small(net_.conditions.size()), 0};
    for (const auto& set : feature.when) {
      if (always(set)) continue;
      const auto condition = add_condition(set);
      net_.aspects[at(set.issue)].push_back({number, condition});
    }
    range.last = small(net_.conditions.size());
    net_.features.push_back(range);
    net_.raises.push_back(std::ranges::any_of(gain, [](Utility g) { return g > 0; }));
    net_.lowers.push_back(std::ranges::any_of(gain, [](Utility g) { return g < 0; }));
    net_.feature_gain.insert(net_.feature_gain.end(), gain.begin(), gain.end());
  }

  Network::Range add_side_of_rule(const std::vector<LevelSet>& sets, bool then) {
    Network::Range range{small(net_.conditions.size()), 0};
    for (const auto& set : sets) {
      const auto condition = add_condition(set);
      net_.aspects[at(set.issue)].push_back({-1, condition, !then, then});
    }
    range.last = small(net_.conditions.size());
    return range;
  }

  void add_rule(const Implication& rule) {
    const auto when = add_side_of_rule(rule.when, false);
    const auto then = add_side_of_rule(rule.then, true);
    net_.rules.push_back({when, then, rule.then.empty()});
  }

  struct Side {
    const LinearRule* rule = nullptr;
    std::int64_t sign = 1;
  };
  const Tables& tables_;
  std::size_t given_;
  std::vector<Side> sides_;
  Network net_;
};

bool all_hold(const Network& network, Network::Range range, const std::vector<int>& package) {
  return std::ranges::all_of(network.conditions_of(range), [&](const Network::Condition& c) {
    return has(&network.holds[c.word], at(package[c.issue]));
  });
}

}  // namespace

Network network_of(const Tables& tables, Columns columns) { return Builder(tables, std::move(columns)).run(); }

std::vector<Utility> columns_of(const Network& network, const std::vector<int>& package) {
  auto value = network.constant;
  const auto add = [&](const Utility* gain) {
    for (std::size_t c = 0; c < value.size(); ++c) value[c] += gain[c];
  };
  for (std::size_t i = 0; i < package.size(); ++i)
    add(network.gain.data() + (network.issues[i].slot + at(package[i])) * network.width());
  for (std::size_t f = 0; f < network.features.size(); ++f)
    if (all_hold(network, network.features[f], package)) add(network.feature_gain.data() + f * network.width());
  return value;
}

std::uint64_t key_of(const Network& network, const std::vector<int>& package) {
  std::uint64_t key = 0;
  if (network.keys.empty()) return key;
  for (std::size_t i = 0; i < package.size(); ++i) key += network.keys[network.issues[i].slot + at(package[i])];
  return key;
}

bool obeys(const Network& network, const std::vector<int>& package) {
  return std::ranges::all_of(network.rules, [&](const Network::Rule& rule) {
    return !all_hold(network, rule.when, package) || (!rule.forbids && all_hold(network, rule.then, package));
  });
}

bool meets(const Network& network, const std::vector<Utility>& values) {
  for (std::size_t c = 0; c < values.size(); ++c)
    if (values[c] < network.columns.all[c].least) return false;
  return true;
}

}  // namespace parley::branch
