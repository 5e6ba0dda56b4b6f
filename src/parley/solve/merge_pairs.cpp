#include <limits>

#include "parley/solve/labels.h"

namespace parley {
namespace {

struct Row {
  Utility x;
  Utility y;
  std::uint32_t previous;
  std::uint32_t stream;
};

struct Run {
  std::size_t first;
  std::size_t last;
};

/// The part of a stream that can be completed: x falls and y rises along it, so this is one stretch.
Run feasible(const Arrivals& in, const Stream& stream) {
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
  explicit Tournament(const Arrivals& in) : in_(in) {}

  void enter(std::uint32_t number, Run part) {
    const auto& stream = in_.streams[number];
    const auto start = rows_.size();
    rows_.resize(start + (part.last - part.first));
    const auto* value = in_.from->value(part.first);
    auto* row = rows_.data() + start;
    for (auto i = part.first; i < part.last; ++i, value += 2)
      *row++ = {value[0] + stream.gain[0], value[1] + stream.gain[1], static_cast<std::uint32_t>(i), number};
    runs_.push_back({start, rows_.size()});
  }

  std::span<const Row> play() {
    if (runs_.empty()) return {};
    while (runs_.size() > 1) {
      if (in_.stop.stop_requested()) return {};
      other_.resize(rows_.size());
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
    return {rows_.data() + runs_.front().first, rows_.data() + runs_.front().last};
  }

  std::uint64_t key(const Row& row) const { return key_after(in_, row.previous, in_.streams[row.stream].key); }

 private:
  std::size_t copy(Run run, std::size_t at) {
    std::copy(rows_.data() + run.first, rows_.data() + run.last, other_.data() + at);
    return at + run.last - run.first;
  }

  bool first_of_equal_x(const Row& a, const Row& b) const { return a.y != b.y ? a.y > b.y : key(a) <= key(b); }

  /// Merges two runs and keeps the rows in which y exceeds that of all rows before.
  std::size_t merge(Run left, Run right, std::size_t at) {
    const auto* a = rows_.data() + left.first;
    const auto* const a_end = rows_.data() + left.last;
    const auto* b = rows_.data() + right.first;
    const auto* const b_end = rows_.data() + right.last;
    auto* out = other_.data() + at;
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
    return static_cast<std::size_t>(out - other_.data());
  }

  const Arrivals& in_;
  std::vector<Row> rows_, other_;
  std::vector<Run> runs_;
};

}  // namespace

void merge_pairs(const Arrivals& arrivals, Labels& to) {
  Tournament tournament(arrivals);
  for (std::uint32_t s = 0; s < arrivals.streams.size(); ++s) {
    const auto part = feasible(arrivals, arrivals.streams[s]);
    if (part.first < part.last) tournament.enter(s, part);
  }
  for (const auto& row : tournament.play()) {
    to.values.push_back(row.x);
    to.values.push_back(row.y);
    to.keys.push_back(tournament.key(row));
    to.steps.push_back({row.previous, arrivals.streams[row.stream].arc});
  }
}

}  // namespace parley
