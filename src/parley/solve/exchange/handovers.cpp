#include "parley/solve/exchange/handovers.h"

#include <algorithm>

#include "parley/at.h"
#include "parley/solve/exchange/lattice.h"

namespace parley {
namespace {

/// A count of handovers; more than a lattice that fits into memory can need.
using StepCount = std::uint16_t;
constexpr StepCount never = 65'535;

class HandoverSearch {
 public:
  HandoverSearch(const ExchangeTable& table, const Lattice& lattice, const std::vector<Utility>& guarantees)
      : table_(table), lattice_(lattice), guarantees_(guarantees), begun_(at(table.sides)) {
    for (auto& counts : begun_) counts.assign(lattice.states(), never);
  }

  std::optional<std::vector<Handover>> run() {
    lattice_.each_run([&](const Lattice::Run& run) {
      auto delivered = run.delivered;
      for (int i = run.low; i < run.high; ++i) {
        delivered[lattice_.inner()] = i;
        visit(run.first + at(i), delivered, safe(run, i));
      }
    });
    return way_back();
  }

 private:
  bool safe(const Lattice::Run& run, int inner) const {
    for (std::size_t s = 0; s < guarantees_.size(); ++s)
      if (run.base[s] + table_.classes[lattice_.inner()].balance[s][at(inner)] > guarantees_[s]) return false;
    return true;
  }

  bool gives(std::size_t k, std::size_t side) const { return at(table_.classes[k].giver) == side; }

  /// The handovers before one of `side` that is under way one block before here.
  StepCount before(std::size_t place, const Delivered& delivered, std::size_t side) const {
    auto least = never;
    for (std::size_t k = 0; k < delivered.size(); ++k)
      if (gives(k, side) && delivered[k] > 0) least = std::min(least, begun_[side][place - lattice_.step(k)]);
    return least;
  }

  /// The fewest handovers that end here, the last by `side`.
  StepCount ended(std::size_t place, const Delivered& delivered, std::size_t side) const {
    const auto count = before(place, delivered, side);
    return count == never ? never : static_cast<StepCount>(count + 1);
  }

  /// The fewest handovers that end here so that `side` can be next.
  StepCount ended_by_others(std::size_t place, const Delivered& delivered, std::size_t side) const {
    if (place == 0) return 0;
    auto least = never;
    for (std::size_t other = 0; other < begun_.size(); ++other)
      if (other != side) least = std::min(least, ended(place, delivered, other));
    return least;
  }

  void visit(std::size_t place, const Delivered& delivered, bool is_safe) {
    for (std::size_t side = 0; side < begun_.size(); ++side) {
      auto count = before(place, delivered, side);
      if (is_safe) count = std::min(count, ended_by_others(place, delivered, side));
      begun_[side][place] = count;
    }
    if (place + 1 == lattice_.states() && !is_safe) unsafe_end_ = true;
  }

  std::optional<std::vector<Handover>> way_back() const {
    auto place = lattice_.states() - 1;
    auto delivered = lattice_.delivered_at(place);
    std::vector<Handover> result;
    if (unsafe_end_) return std::nullopt;
    std::optional<std::size_t> last;
    while (place > 0) {
      auto least = never;
      std::size_t side = 0;
      for (std::size_t s = 0; s < begun_.size(); ++s) {
        if (s == last) continue;
        const auto count = ended(place, delivered, s);
        if (count < least) {
          least = count;
          side = s;
        }
      }
      if (least == never) return std::nullopt;
      result.push_back({static_cast<int>(side), std::vector<int>(delivered.size())});
      do take_back(place, delivered, side, static_cast<StepCount>(least - 1), result.back());
      while (!starts_here(place, delivered, side, static_cast<StepCount>(least - 1)));
      last = side;
    }
    std::ranges::reverse(result);
    return result;
  }

  void take_back(std::size_t& place, Delivered& delivered, std::size_t side, StepCount count,
                 Handover& handover) const {
    for (std::size_t k = 0; k < delivered.size(); ++k)
      if (gives(k, side) && delivered[k] > 0 && begun_[side][place - lattice_.step(k)] == count) {
        place -= lattice_.step(k);
        --delivered[k];
        ++handover.blocks[k];
        return;
      }
  }

  /// Whether a handover of `side`, with so many before it, can begin here.
  bool starts_here(std::size_t place, const Delivered& delivered, std::size_t side, StepCount count) const {
    for (std::size_t s = 0; s < guarantees_.size(); ++s)
      if (temptation_of(table_, static_cast<int>(s), delivered) > guarantees_[s]) return false;
    return ended_by_others(place, delivered, side) == count;
  }

  const ExchangeTable& table_;
  const Lattice& lattice_;
  const std::vector<Utility>& guarantees_;
  /// For each side and state: the handovers before one of that side that is under way, or could begin, there.
  std::vector<std::vector<StepCount>> begun_;
  bool unsafe_end_ = false;
};

bool ends_hold(const ExchangeTable& table, const std::vector<Utility>& guarantees) {
  const Delivered start(table.classes.size());
  for (std::size_t s = 0; s < guarantees.size(); ++s)
    if (temptation_of(table, static_cast<int>(s), start) > guarantees[s]) return false;
  return true;
}

}  // namespace

std::vector<Handover> handovers_of(const ExchangeTable& table, const std::vector<int>& steps) {
  std::vector<Handover> result;
  for (const int k : steps) {
    const auto giver = table.classes[at(k)].giver;
    if (result.empty() || result.back().giver != giver)
      result.push_back({giver, std::vector<int>(table.classes.size())});
    ++result.back().blocks[at(k)];
  }
  return result;
}

FewestHandovers fewest_handovers(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                                 std::uint64_t most_states) {
  if (!ends_hold(table, guarantees)) return {};
  if (table.classes.empty()) return {std::vector<Handover>(), false};
  const auto lattice = Lattice::of(table, most_states);
  if (!lattice) return {std::nullopt, true};
  return {HandoverSearch(table, *lattice, guarantees).run(), false};
}

}  // namespace parley
