#include "parley/solve/branch/climb.h"

#include <algorithm>

#include "parley/at.h"
#include "parley/solve/mix.h"

namespace parley::branch {
namespace {

class Climber {
 public:
  Climber(const Network& network, const Direction& direction, std::vector<int> start, Effort& effort)
      : net_(network), direction_(direction), package_(std::move(start)), effort_(effort), rules_at_(package_.size()) {
    for (std::size_t r = 0; r < net_.rules.size(); ++r)
      for (const auto range : {net_.rules[r].when, net_.rules[r].then})
        for (const auto& condition : net_.conditions_of(range)) {
          auto& rules = rules_at_[condition.issue];
          if (rules.empty() || rules.back() != r) rules.push_back(r);
        }
    for (std::size_t s = 0; s < net_.slots; ++s) loss_ += std::abs(direction_.slot[s]);
    for (const auto gain : direction_.feature) loss_ += std::abs(gain);
    count();
  }

  const std::vector<int>& package() const { return package_; }
  double value() const { return value_; }
  void restore(const std::vector<int>& package) {
    package_ = package;
    count();
  }

  /// Changes of one issue as long as they gain.
  void improve() {
    for (bool moved = true; moved && !effort_.over();) {
      moved = false;
      for (std::size_t i = 0; i < package_.size(); ++i) moved |= improve(i);
    }
  }

  /// Makes a feature hold with the levels that cost least otherwise.
  void force(std::size_t feature) {
    for (const auto& condition : net_.conditions_of(net_.features[feature])) {
      if (has(&net_.holds[condition.word], at(package_[condition.issue]))) continue;
      const auto best = best_level(condition.issue, net_.levels_of(condition));
      if (best) set(condition.issue, *best);
    }
  }

 private:
  bool improve(std::size_t issue) {
    const auto best = best_level(issue, {});
    if (!best || static_cast<int>(*best) == package_[issue]) return false;
    const double before = value_;
    const int old = package_[issue];
    set(issue, *best);
    if (value_ > before + direction_.room) return true;
    set(issue, at(old));
    return false;
  }

  /// The level that leaves the largest value; only levels in `among` when it is not empty.
  std::optional<std::size_t> best_level(std::size_t issue, std::span<const Word> among) {
    const auto levels = net_.issues[issue].levels;
    worth_.assign(direction_.slot.begin() + net_.issues[issue].slot,
                  direction_.slot.begin() + net_.issues[issue].slot + levels);
    const auto here = at(package_[issue]);
    for (const auto& aspect : net_.aspects[issue]) {
      if (aspect.feature < 0) continue;
      const auto f = at(aspect.feature);
      const auto& condition = net_.conditions[aspect.condition];
      const auto* holds = &net_.holds[condition.word];
      if (missing_[f] > (has(holds, here) ? 0U : 1U)) continue;
      for_levels(net_.levels_of(condition), [&](std::size_t level) { worth_[level] += direction_.feature[f]; });
    }
    effort_.spend(net_.aspects[issue].size() * levels / 4 + levels);
    if (!rules_at_[issue].empty())
      for (std::size_t level = 0; level < levels; ++level) {
        package_[issue] = static_cast<int>(level);
        for (const auto r : rules_at_[issue]) worth_[level] -= broken(r) ? loss_ : 0;
      }
    package_[issue] = static_cast<int>(here);
    std::optional<std::size_t> best;
    for (std::size_t level = 0; level < levels; ++level)
      if ((among.empty() || has(among.data(), level)) && (!best || worth_[level] > worth_[*best])) best = level;
    return best;
  }

  bool all_hold(Network::Range range) const {
    return std::ranges::all_of(net_.conditions_of(range),
                               [&](const auto& c) { return has(&net_.holds[c.word], at(package_[c.issue])); });
  }
  bool broken(std::size_t r) const {
    const auto& rule = net_.rules[r];
    return all_hold(rule.when) && (rule.forbids || !all_hold(rule.then));
  }

  void set(std::size_t issue, std::size_t level) {
    const auto before = at(package_[issue]);
    const auto broken_rules = [&] {
      return std::ranges::count_if(rules_at_[issue], [&](std::size_t r) { return broken(r); });
    };
    const auto broken_before = broken_rules();
    package_[issue] = static_cast<int>(level);
    value_ += loss_ * static_cast<double>(broken_before - broken_rules());
    value_ += direction_.slot[net_.issues[issue].slot + level] - direction_.slot[net_.issues[issue].slot + before];
    for (const auto& aspect : net_.aspects[issue]) {
      if (aspect.feature < 0) continue;
      const auto f = at(aspect.feature);
      const auto* holds = &net_.holds[net_.conditions[aspect.condition].word];
      const bool held = missing_[f] == 0;
      missing_[f] += (has(holds, before) ? 1U : 0U);
      missing_[f] -= (has(holds, level) ? 1U : 0U);
      value_ += direction_.feature[f] * ((missing_[f] == 0 ? 1 : 0) - (held ? 1 : 0));
    }
  }

  void count() {
    value_ = direction_.constant;
    missing_.clear();
    for (std::size_t f = 0; f < net_.features.size(); ++f) {
      missing_.push_back(
          static_cast<unsigned>(std::ranges::count_if(net_.conditions_of(net_.features[f]), [&](const auto& c) {
            return !has(&net_.holds[c.word], at(package_[c.issue]));
          })));
      if (missing_.back() == 0) value_ += direction_.feature[f];
    }
    for (std::size_t i = 0; i < package_.size(); ++i) value_ += direction_.slot[net_.issues[i].slot + at(package_[i])];
    for (std::size_t r = 0; r < net_.rules.size(); ++r) value_ -= broken(r) ? loss_ : 0;
    effort_.spend(net_.conditions.size());
  }

  const Network& net_;
  const Direction& direction_;
  std::vector<int> package_;
  Effort& effort_;
  std::vector<std::vector<std::size_t>> rules_at_;
  std::vector<unsigned> missing_;  ///< for each feature: how many of its conditions fail
  std::vector<double> worth_;
  double loss_ = 1;
  double value_ = 0;
};

}  // namespace

void offer_if_sound(const Network& network, Goal& goal, const std::vector<int>& package) {
  if (!obeys(network, package)) return;
  const auto value = columns_of(network, package);
  if (meets(network, value)) goal.offer(value, key_of(network, package), package);
}

void climb(const Network& network, const Direction& direction, std::vector<int> start, std::size_t rounds,
           std::uint64_t seed, Goal& goal, Effort& effort) {
  if (start.empty()) return;
  Climber climber(network, direction, std::move(start), effort);
  climber.improve();
  offer_if_sound(network, goal, climber.package());
  if (network.features.empty()) return;
  for (std::size_t round = 0; round < rounds && !effort.over() && !goal.done(); ++round) {
    const auto before = climber.package();
    const auto value = climber.value();
    climber.force(mix(seed ^ mix(round)) % network.features.size());
    climber.improve();
    offer_if_sound(network, goal, climber.package());
    if (climber.value() < value) climber.restore(before);
  }
}

}  // namespace parley::branch
