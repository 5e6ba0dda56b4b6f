#include "parley/solve/branch/node.h"

#include <algorithm>
#include <limits>

namespace parley::branch {
namespace {

class Propagation {
 public:
  Propagation(const Network& network, Node& node) : net_(network), node_(node) {}

  bool run() {
    if (std::ranges::any_of(net_.issues, [&](const auto& issue) { return none_left(issue); })) return false;
    do {
      changed_ = false;
      for (std::size_t f = 0; f < net_.features.size(); ++f)
        if (!look_at_feature(f)) return false;
      for (const auto& rule : net_.rules)
        if (!look_at_rule(rule)) return false;
      for (std::size_t c = 0; c < net_.width(); ++c)
        if (net_.columns.all[c].least != no_demand && !look_at_demand(c)) return false;
    } while (changed_);
    return true;
  }

 private:
  bool none_left(const Network::Issue& issue) const {
    return std::ranges::all_of(node_.levels(issue), [](Word w) { return w == 0; });
  }

  struct Outlook {
    bool possible = true;
    std::size_t unsure = 0;
    const Network::Condition* last_unsure = nullptr;
  };
  Outlook outlook(Network::Range range) const {
    Outlook result;
    for (const auto& condition : net_.conditions_of(range)) {
      if (!can_hold(net_, node_, condition)) {
        result.possible = false;
        return result;
      }
      if (!can_fail(net_, node_, condition)) continue;
      ++result.unsure;
      result.last_unsure = &condition;
    }
    return result;
  }

  /// Makes a condition hold, or fail; false when no level is left.
  bool restrict(const Network::Condition& condition, bool hold) {
    const auto& issue = net_.issues[condition.issue];
    auto* domain = &node_.domain[issue.word];
    const auto* holds = &net_.holds[condition.word];
    bool left = false;
    for (std::size_t w = 0; w < issue.words; ++w) {
      const Word kept = domain[w] & (hold ? holds[w] : ~holds[w]);
      changed_ |= kept != domain[w];
      domain[w] = kept;
      left |= kept != 0;
    }
    return left;
  }

  /// A combination that must not come about, as far as it can be seen to already.
  bool forbid(const Outlook& seen) {
    if (!seen.possible) return true;
    if (seen.unsure == 0) return false;
    return seen.unsure > 1 || restrict(*seen.last_unsure, false);
  }

  bool look_at_feature(std::size_t f) {
    if (node_.held[f] != Held::open) return true;
    const auto seen = outlook(net_.features[f]);
    if (!seen.possible) {
      node_.held[f] = Held::no;
    } else if (node_.dropped[f]) {
      if (!forbid(seen)) return false;
      if (seen.unsure == 1) node_.held[f] = Held::no;
    } else if (seen.unsure == 0) {
      node_.held[f] = Held::yes;
    }
    return true;
  }

  bool look_at_rule(const Network::Rule& rule) {
    const auto when = outlook(rule.when);
    if (!when.possible) return true;
    const bool reachable = !rule.forbids && outlook(rule.then).possible;
    if (!reachable) return forbid(when);
    if (when.unsure > 0) return true;
    return std::ranges::all_of(net_.conditions_of(rule.then), [&](const auto& c) { return restrict(c, true); });
  }

  /// Bounds consistency of a demand: levels go that no choice elsewhere can make up for.
  bool look_at_demand(std::size_t column) {
    const auto width = net_.width();
    Utility most = net_.constant[column];
    for (std::size_t f = 0; f < net_.features.size(); ++f) {
      const auto gain = net_.feature_gain[f * width + column];
      if (node_.held[f] == Held::yes)
        most += gain;
      else if (node_.held[f] == Held::open && !node_.dropped[f])
        most += std::max<Utility>(gain, 0);
    }
    best_.clear();
    for (const auto& issue : net_.issues) {
      Utility best = std::numeric_limits<Utility>::min();
      for_levels(node_.levels(issue),
                 [&](std::size_t level) { best = std::max(best, net_.gain[(issue.slot + level) * width + column]); });
      best_.push_back(best);
      most += best;
    }
    const Utility spare = most - net_.columns.all[column].least;
    if (spare < 0) return false;
    for (std::size_t i = 0; i < net_.issues.size(); ++i) {
      const auto& issue = net_.issues[i];
      for_levels(node_.levels(issue), [&](std::size_t level) {
        if (best_[i] - net_.gain[(issue.slot + level) * width + column] <= spare) return;
        exclude(net_, node_, i, level);
        changed_ = true;
      });
    }
    return true;
  }

  const Network& net_;
  Node& node_;
  std::vector<Utility> best_;
  bool changed_ = false;
};

}  // namespace

Node whole(const Network& network) {
  Node node;
  node.domain.assign(network.words, 0);
  for (const auto& issue : network.issues)
    for (std::size_t level = 0; level < issue.levels; ++level)
      node.domain[issue.word + level / 64] |= Word{1} << (level % 64);
  node.held.assign(network.features.size(), Held::open);
  node.dropped.assign(network.features.size(), false);
  return node;
}

bool propagate(const Network& network, Node& node) { return Propagation(network, node).run(); }

void require(const Network& network, Node& node, std::size_t feature) {
  for (const auto& condition : network.conditions_of(network.features[feature])) {
    const auto holds = network.levels_of(condition);
    auto* domain = &node.domain[network.issues[condition.issue].word];
    for (std::size_t w = 0; w < holds.size(); ++w) domain[w] &= holds[w];
  }
}

void drop(Node& node, std::size_t feature) { node.dropped[feature] = true; }

void take(const Network& network, Node& node, std::size_t issue, std::size_t level) {
  const auto& at = network.issues[issue];
  std::fill_n(node.domain.begin() + at.word, at.words, Word{0});
  node.domain[at.word + level / 64] = Word{1} << (level % 64);
}

void exclude(const Network& network, Node& node, std::size_t issue, std::size_t level) {
  node.domain[network.issues[issue].word + level / 64] &= ~(Word{1} << (level % 64));
}

bool can_hold(const Network& network, const Node& node, const Network::Condition& condition) {
  const auto& issue = network.issues[condition.issue];
  for (std::size_t w = 0; w < issue.words; ++w)
    if ((node.domain[issue.word + w] & network.holds[condition.word + w]) != 0) return true;
  return false;
}

bool can_fail(const Network& network, const Node& node, const Network::Condition& condition) {
  const auto& issue = network.issues[condition.issue];
  for (std::size_t w = 0; w < issue.words; ++w)
    if ((node.domain[issue.word + w] & ~network.holds[condition.word + w]) != 0) return true;
  return false;
}

}  // namespace parley::branch
