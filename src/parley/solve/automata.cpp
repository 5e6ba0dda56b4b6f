#include "parley/solve/automata.h"

#include <algorithm>
#include <limits>

namespace parley {
namespace {

constexpr std::int64_t sure = std::numeric_limits<std::int64_t>::max();

void add_layers(std::vector<int>& layers, const std::vector<LevelSet>& sets, const std::vector<int>& layer_of) {
  for (const auto& set : sets) layers.push_back(layer_of[static_cast<std::size_t>(set.issue)]);
}

void sort_unique(std::vector<int>& layers) {
  std::ranges::sort(layers);
  const auto repeated = std::ranges::unique(layers);
  layers.erase(repeated.begin(), repeated.end());
}

std::size_t place_of(const std::vector<int>& layers, int layer) {
  return static_cast<std::size_t>(std::ranges::lower_bound(layers, layer) - layers.begin());
}

Automaton read_feature(const Feature& feature, const std::vector<int>& layer_of) {
  Automaton automaton;
  add_layers(automaton.layers, feature.when, layer_of);
  sort_unique(automaton.layers);
  FeatureReader reader{std::vector<std::vector<bool>>(automaton.layers.size()), feature.gain};
  for (const auto& set : feature.when)
    reader.holds[place_of(automaton.layers, layer_of[static_cast<std::size_t>(set.issue)])] = set.holds;
  automaton.reader = std::move(reader);
  return automaton;
}

Automaton read_implication(const Tables& tables, const Implication& rule, const std::vector<int>& layer_of) {
  Automaton automaton;
  add_layers(automaton.layers, rule.when, layer_of);
  add_layers(automaton.layers, rule.then, layer_of);
  sort_unique(automaton.layers);
  ImplicationReader reader;
  reader.forbids = rule.then.empty();
  reader.places.resize(automaton.layers.size());
  std::size_t when_last = 0;
  std::size_t then_last = 0;
  const auto place = [&](const LevelSet& set) {
    const auto at = place_of(automaton.layers, layer_of[static_cast<std::size_t>(set.issue)]);
    const auto levels = static_cast<std::size_t>(tables.levels[static_cast<std::size_t>(set.issue)]);
    for (auto* side : {&reader.places[at].when, &reader.places[at].then})
      if (side->empty()) side->assign(levels, true);
    return at;
  };
  for (const auto& set : rule.when) {
    const auto at = place(set);
    reader.places[at].when = set.holds;
    when_last = std::max(when_last, at);
  }
  for (const auto& set : rule.then) {
    const auto at = place(set);
    reader.places[at].then = set.holds;
    then_last = std::max(then_last, at);
  }
  for (std::size_t i = 0; i < reader.places.size(); ++i) {
    reader.places[i].when_ends = i >= when_last;
    reader.places[i].then_ends = i >= then_last;
  }
  automaton.reader = std::move(reader);
  return automaton;
}

Automaton read_linear(const LinearRule& rule, const std::vector<int>& layer_of) {
  Automaton automaton;
  for (const auto issue : rule.issues) automaton.layers.push_back(layer_of[static_cast<std::size_t>(issue)]);
  std::ranges::sort(automaton.layers);
  const auto places = automaton.layers.size();
  LinearReader reader{std::vector<std::vector<std::int64_t>>(places), std::vector<std::int64_t>(places),
                      std::vector<std::int64_t>(places), rule.least, rule.most};
  for (std::size_t i = 0; i < places; ++i)
    reader.amounts[place_of(automaton.layers, layer_of[static_cast<std::size_t>(rule.issues[i])])] = rule.amounts[i];
  for (auto i = places - 1; i > 0; --i) {
    const auto [low, high] = std::ranges::minmax(reader.amounts[i]);
    reader.lowest[i - 1] = reader.lowest[i] + low;
    reader.highest[i - 1] = reader.highest[i] + high;
  }
  automaton.reader = std::move(reader);
  return automaton;
}

std::optional<std::int64_t> advance(const FeatureReader& reader, std::size_t place, std::size_t level,
                                    std::int64_t state) {
  return reader.holds[place][level] ? state : 1;
}

std::optional<std::int64_t> advance(const ImplicationReader& reader, std::size_t place, std::size_t level,
                                    std::int64_t state) {
  const auto& here = reader.places[place];
  if (state == 2 || !here.when[level]) return 2;
  if (!here.then[level]) state = 1;
  if (here.when_ends && state == 1) return std::nullopt;
  if (here.then_ends && state == 0) return 2;
  return state;
}

std::optional<std::int64_t> advance(const LinearReader& reader, std::size_t place, std::size_t level,
                                    std::int64_t state) {
  if (state == sure) return sure;
  const auto sum = state + reader.amounts[place][level];
  const auto low = sum + reader.lowest[place];
  const auto high = sum + reader.highest[place];
  if (high < reader.least || low > reader.most) return std::nullopt;
  return low >= reader.least && high <= reader.most ? sure : sum;
}

}  // namespace

Automata compile_automata(const Tables& tables, const std::vector<int>& layer_of) {
  Automata result;
  result.constant.assign(static_cast<std::size_t>(tables.dimensions), 0);
  for (const auto& feature : tables.features) {
    if (feature.when.empty())
      std::ranges::transform(result.constant, feature.gain, result.constant.begin(), std::plus{});
    else
      result.all.push_back(read_feature(feature, layer_of));
  }
  for (const auto& rule : tables.implications) {
    if (!rule.when.empty() || !rule.then.empty())
      result.all.push_back(read_implication(tables, rule, layer_of));
    else
      result.contradictory = true;
  }
  for (const auto& rule : tables.linear_rules) {
    if (!rule.issues.empty())
      result.all.push_back(read_linear(rule, layer_of));
    else if (rule.least > 0 || rule.most < 0)
      result.contradictory = true;
  }
  return result;
}

std::int64_t start_state(const Automaton& automaton) {
  const auto* implication = std::get_if<ImplicationReader>(&automaton.reader);
  return implication != nullptr && implication->forbids ? 1 : 0;
}

std::optional<std::int64_t> advance(const Automaton& automaton, std::size_t place, std::size_t level,
                                    std::int64_t state) {
  return std::visit([&](const auto& reader) { return advance(reader, place, level, state); }, automaton.reader);
}

}  // namespace parley
