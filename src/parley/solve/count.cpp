#include "parley/solve/count.h"

#include <span>

#include "parley/solve/bounds.h"
#include "parley/solve/completions.h"
#include "parley/solve/count_explicit.h"
#include "parley/solve/row_index.h"
#include "parley/solve/sample.h"
#include "parley/solve/whole.h"

namespace parley {
namespace {

/// The demands of an acceptance, judged from partial packages.
class Judge {
 public:
  Judge(const Diagram& diagram, const Acceptance& acceptance)
      : acceptance_(acceptance), reach_(reach_of(diagram)), width_(static_cast<std::size_t>(diagram.dimensions)) {}

  enum class Verdict { rejected, open, accepted };

  /// What a verdict hangs on: the values that open demands ask about, then the demands met, then those that may count.
  std::size_t width() const { return width_ + 2; }

  std::vector<std::int64_t> start() const {
    std::vector<std::int64_t> state(width(), 0);
    for (const auto mask : acceptance_.enough) state.back() |= static_cast<std::int64_t>(mask);
    return state;
  }

  /// Judges a partial package at a node (numbered as by node_offsets) by the state before, to which gains have been
  /// added; brings the state down to what is still open.
  Verdict judge(std::size_t node, std::span<std::int64_t> state) const {
    auto met = static_cast<std::uint64_t>(state[width_]);
    auto failed = ~static_cast<std::uint64_t>(state[width_ + 1]);
    for (std::size_t j = 0; j < acceptance_.demands.size(); ++j) {
      const auto bit = std::uint64_t{1} << j;
      if (((met | failed) & bit) != 0) continue;
      const auto& demand = acceptance_.demands[j];
      const auto d = static_cast<std::size_t>(demand.dimension);
      if (state[d] + reach_.least[node * width_ + d] >= demand.least) met |= bit;
      if (state[d] + reach_.most[node * width_ + d] < demand.least) failed |= bit;
    }
    std::uint64_t counting = 0;
    for (const auto mask : acceptance_.enough) {
      if ((mask & ~met) == 0) return Verdict::accepted;
      if ((mask & failed) == 0) counting |= mask;
    }
    if (counting == 0) return Verdict::rejected;
    std::uint64_t asked = 0;  // dimensions; more than 64 of them share bits, which only costs some merging
    for (std::size_t j = 0; j < acceptance_.demands.size(); ++j)
      if (((counting & ~met) >> j & 1) != 0) asked |= std::uint64_t{1} << (acceptance_.demands[j].dimension % 64);
    for (std::size_t d = 0; d < width_; ++d)
      if ((asked >> (d % 64) & 1) == 0) state[d] = 0;
    state[width_] = static_cast<std::int64_t>(met & counting);
    state[width_ + 1] = static_cast<std::int64_t>(counting);
    return Verdict::open;
  }

 private:
  const Acceptance& acceptance_;
  Reach reach_;
  std::size_t width_;
};

/// Partial packages whose verdict is open; those that are alike for all that follows are counted together. A row is the
/// state of Judge and the node.
struct OpenState {
  RowIndex rows;
  std::vector<Whole> counts;
};

std::optional<Count> count_exactly(const Diagram& diagram, const Acceptance& acceptance,
                                   const std::vector<Whole>& completions, const CountOptions& options,
                                   const std::stop_token& stop) {
  const Judge judge(diagram, acceptance);
  const auto offset = node_offsets(diagram);
  const auto width = static_cast<std::size_t>(diagram.dimensions);
  Whole sum = 0;
  const auto enter = [&](OpenState& open, std::size_t layer, std::span<std::int64_t> row, const Whole& count) {
    const auto at = offset[layer] + static_cast<std::size_t>(row.back());
    const auto verdict = judge.judge(at, row.first(judge.width()));
    if (verdict == Judge::Verdict::accepted) sum += count * completions[at];
    if (verdict != Judge::Verdict::open) return;
    const auto number = open.rows.number(row);
    if (number == open.counts.size()) open.counts.emplace_back();
    open.counts[number] += count;
  };
  const auto nothing_open = [&] { return OpenState{RowIndex(judge.width() + 1), {}}; };
  auto now = nothing_open();
  auto row = judge.start();
  row.push_back(0);
  enter(now, 0, row, 1);
  std::size_t steps = 0;
  for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
    const auto& layer = diagram.layers[i];
    auto next = nothing_open();
    for (std::size_t s = 0; s < now.counts.size(); ++s) {
      const auto from = now.rows.row(s);
      const auto node = static_cast<std::size_t>(from.back());
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        row.assign(from.begin(), from.end());
        for (std::size_t d = 0; d < width; ++d) row[d] += layer.gains[a * width + d];
        row.back() = layer.arcs[a].to;
        enter(next, i + 1, row, now.counts[s]);
      }
      steps += layer.first[node + 1] - layer.first[node];
      if (next.counts.size() > options.states || steps > options.steps || stop.stop_requested()) return std::nullopt;
    }
    now = std::move(next);
  }
  return count_of(sum);
}

/// By looking at each package; nothing where that cannot be done.
std::optional<Count> count_one_by_one(const Diagram& diagram, const Acceptance& acceptance, const Whole& packages,
                                      const CountOptions& options, const std::stop_token& stop) {
  if (acceptance.enough.size() != 1 || packages > options.packages) return std::nullopt;
  const auto choices = FreeChoices::of(diagram);
  if (!choices) return std::nullopt;
  std::vector<Acceptance::Demand> demands;
  for (std::size_t j = 0; j < acceptance.demands.size(); ++j)
    if ((acceptance.enough.front() >> j & 1) != 0) demands.push_back(acceptance.demands[j]);
  const auto count = count_explicit(*choices, demands, 0, stop);
  if (!count) return std::nullopt;
  return count_of(*count);
}

}  // namespace

double part_of(const Count& part, const Count& whole) {
  const Whole all = whole_of(whole);
  if (all == 0) return 0;
  constexpr unsigned bits = 1000;
  const unsigned top = msb(all);
  const unsigned shift = top > bits ? top - bits : 0;
  return static_cast<double>(Whole(whole_of(part) >> shift)) / static_cast<double>(Whole(all >> shift));
}

Count rest_of(const Count& part, const Count& whole) { return count_of(whole_of(whole) - whole_of(part)); }

Count count_packages(const Diagram& diagram) {
  return diagram.empty ? Count{} : count_of(completions_of(diagram).front());
}

AcceptedCount count_accepted(const Diagram& diagram, const Acceptance& acceptance, const CountOptions& options,
                             const std::stop_token& stop) {
  AcceptedCount result;
  if (diagram.empty) {
    result.exact = Count{};
    return result;
  }
  const auto completions = completions_of(diagram);
  result.exact = count_exactly(diagram, acceptance, completions, options, stop);
  if (!result.exact) result.exact = count_one_by_one(diagram, acceptance, completions.front(), options, stop);
  if (!result.exact) sample_accepted(diagram, acceptance, completions, options, stop, result);
  return result;
}

}  // namespace parley
