#include <limits>
#include <memory>

#include "parley/solve/labels.h"

namespace parley {
namespace {

struct Row {
  Utility x;
  Utility y;
  std::uint32_t previous;
  std::uint32_t stream;
};

struct PairRun {
  std::size_t first;
  std::size_t last;
};

/// The part of a stream that can be completed: x falls and y rises along it, so this is one stretch.
PairRun feasible(const Arrivals& in, const Stream& stream) {
  const auto* values = in.from->values.data();
  const auto reaches = [](Utility value, Utility gain, Utility floor) {
    return floor == no_demand || value + gain >= floor;
  };
  auto low = stream.first;
  auto high = stream.last;
  const auto search = [&](auto&& in_front) {
    auto a = low;
    auto b = high;
    while (a < b) {
      const auto middle = a + (b - a) / 2;
      if (in_front(middle))
        a = middle + 1;
      else
        b = middle;
    }
    return a;
  };
  high = search([&](auto i) { return reaches(values[2 * std::size_t{i}], stream.gain[0], in.floor[0]); });
  low = search([&](auto i) { return !reaches(values[2 * std::size_t{i} + 1], stream.gain[1], in.floor[1]); });
  return {low, high};
}

class Tournament {
 public:
  /// Of at most so many rows.
  Tournament(const Arrivals& in, std::size_t rows)
      : in_(in),
        rows_(std::make_unique_for_overwrite<Row[]>(rows)),
        other_(std::make_unique_for_overwrite<Row[]>(rows)) {}

  void enter(std::uint32_t number, PairRun part) {
    const auto& stream = in_.streams[number];
    const auto start = runs_.empty() ? 0 : runs_.back().last;
    const auto* value = in_.from->value(part.first);
    auto* row = rows_.get() + start;
    for (auto i = part.first; i < part.last; ++i, value += 2)
      *row++ = {value[0] + stream.gain[0], value[1] + stream.gain[1], static_cast<std::uint32_t>(i), number};
    runs_.push_back({start, start + (part.last - part.first)});
  }

  std::span<const Row> play() {
    if (runs_.empty()) return {};
    while (runs_.size() > 1) {
      if (in_.stop.stop_requested()) return {};
      std::size_t end = 0;
      std::size_t pairs = 0;
      for (std::size_t i = 0; i < runs_.size(); i += 2) {
        const auto start = end;
        end = i + 1 < runs_.size() ? merge(runs_[i], runs_[i + 1], start) : copy(runs_[i], start);
        runs_[pairs++] = {start, end};
      }
      runs_.resize(pairs);
      rows_.swap(other_);
    }
    return {rows_.get() + runs_.front().first, rows_.get() + runs_.front().last};
  }

  std::uint64_t key(const Row& row) const { return key_after(in_, row.previous, in_.streams[row.stream].key); }

 private:
  std::size_t copy(PairRun run, std::size_t at) {
    std::copy(rows_.get() + run.first, rows_.get() + run.last, other_.get() + at);
    return at + run.last - run.first;
  }

  bool first_of_equal_x(const Row& a, const Row& b) const { return a.y != b.y ? a.y > b.y : key(a) <= key(b); }

  /// Merges two runs and keeps the rows in which y exceeds that of all rows before.
  std::size_t merge(PairRun left, PairRun right, std::size_t at) {
    const auto* a = rows_.get() + left.first;
    const auto* const a_end = rows_.get() + left.last;
    const auto* b = rows_.get() + right.first;
    const auto* const b_end = rows_.get() + right.last;
    auto* out = other_.get() + at;
    auto best = std::numeric_limits<Utility>::min();
    // Written without a branch on which of the two comes first, which nothing could predict.
    while (a != a_end && b != b_end) {
      bool left_first = a->x > b->x;
      if (a->x == b->x) [[unlikely]]
        left_first = first_of_equal_x(*a, *b);
      const auto* row = left_first ? a : b;
      a += left_first;
      b += !left_first;
      *out = *row;
      out += row->y > best;
      best = std::max(best, row->y);
    }
    // In what is left of one run y rises: all of it counts from the first row that exceeds.
    const auto rest = [&](const Row* row, const Row* end) {
      while (row != end && row->y <= best) ++row;
      out = std::copy(row, end, out);
    };
    rest(a, a_end);
    rest(b, b_end);
    return static_cast<std::size_t>(out - other_.get());
  }

  const Arrivals& in_;
  std::unique_ptr<Row[]> rows_, other_;
  std::vector<PairRun> runs_;
};

}  // namespace

void merge_pairs(const Arrivals& arrivals, Labels& to) {
  std::vector<PairRun> parts;
  std::size_t rows = 0;
  for (const auto& stream : arrivals.streams) {
    parts.push_back(feasible(arrivals, stream));
    if (parts.back().first < parts.back().last) rows += parts.back().last - parts.back().first;
  }
  Tournament tournament(arrivals, rows);
  for (std::uint32_t s = 0; s < arrivals.streams.size(); ++s)
    if (parts[s].first < parts[s].last) tournament.enter(s, parts[s]);
  const auto best = tournament.play();
  auto at = to.size();
  to.values.resize(2 * (at + best.size()));
  to.keys.resize(at + best.size());
  to.steps.resize(at + best.size());
  for (const auto& row : best) {
    to.values[2 * at] = row.x;
    to.values[2 * at + 1] = row.y;
    to.keys[at] = tournament.key(row);
    to.steps[at] = {row.previous, arrivals.streams[row.stream].arc};
    ++at;
  }
}

}  // namespace parley
