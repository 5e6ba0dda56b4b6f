#include "parley/solve/point_window.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <type_traits>

#include "parley/solve/mix.h"
#include "parley/solve/point_pass.h"
#include "parley/solve/point_rows.h"

namespace parley {
namespace {

constexpr std::size_t sample_points = 2048;
constexpr std::size_t most_candidates = 128;

/// A sample of the points, one after another.
template <class Number>
class Sample {
 public:
  explicit Sample(const PointTable<Number>& table) : width_(static_cast<std::size_t>(table.dimensions)) {
    for (std::size_t j = 0; j < sample_points; ++j) {
      const auto point = static_cast<std::size_t>(mix(j) % table.points);
      const auto before = numbers_.size();
      for (std::size_t d = 0; d < width_; ++d) numbers_.push_back(table.at(point, d));
      if (!std::all_of(numbers_.begin() + static_cast<std::ptrdiff_t>(before), numbers_.end(),
                       [](Number number) { return is_number(number); }))
        numbers_.resize(before);
    }
  }

  std::size_t size() const { return numbers_.size() / width_; }

  /// How many points rows beat.
  std::size_t beaten(const std::vector<Number>& rows) const {
    PassRoom room;
    std::size_t left = 0;
    for (std::size_t first = 0; first < size(); first += pass_points) left += pass(rows, first, room);
    return size() - left;
  }

  /// Takes away what rows beat.
  void remove(const std::vector<Number>& rows) {
    PassRoom room;
    std::vector<Number> numbers;
    for (std::size_t first = 0; first < size(); first += pass_points) {
      const auto left = pass(rows, first, room);
      for (std::size_t i = 0; i < left; ++i) {
        const auto* row = numbers_.data() + (first + room[i]) * width_;
        numbers.insert(numbers.end(), row, row + width_);
      }
    }
    numbers_ = std::move(numbers);
  }

  template <std::size_t Dimensions>
  std::vector<PointRow<Number, Dimensions>> unbeaten() const {
    std::vector<PointRow<Number, Dimensions>> rows(size());
    for (std::size_t i = 0; i < size(); ++i) {
      std::copy_n(numbers_.data() + i * width_, width_, rows[i].value.begin());
      rows[i].point = i;
    }
    keep_unbeaten(rows, false, {});
    return rows;
  }

 private:
  std::size_t pass(const std::vector<Number>& rows, std::size_t first, PassRoom& room) const {
    return pass_window(PointTable<Number>::rows(numbers_, static_cast<int>(width_)), first,
                       std::min(size(), first + pass_points), rows.data(), rows.size() / width_, room);
  }

  std::size_t width_;
  std::vector<Number> numbers_;
};

/// The row lowered in each dimension in turn; in the first alone when that beats as many of the sample.
template <class Number, std::size_t Dimensions>
std::vector<std::vector<Number>> lowered(const Sample<Number>& sample, const std::array<Number, Dimensions>& row) {
  std::vector<std::vector<Number>> rows;
  std::vector<Number> all;
  for (std::size_t d = 0; d < Dimensions; ++d) {
    std::vector<Number> made(row.begin(), row.end());
    made[d] = step_down(made[d]);
    if (made[d] == row[d]) continue;  // nothing is lower
    rows.push_back(made);
    all.insert(all.end(), made.begin(), made.end());
  }
  if (rows.size() > 1 && sample.beaten(rows.front()) == sample.beaten(all)) rows.resize(1);
  return rows;
}

template <class Number, std::size_t Dimensions>
std::vector<Number> window_of(Sample<Number> sample) {
  auto strong = sample.template unbeaten<Dimensions>();
  if (strong.size() > most_candidates) strong.resize(most_candidates);
  std::vector<std::vector<Number>> candidates;
  for (const auto& row : strong)
    for (auto& made : lowered(sample, row.value)) candidates.push_back(std::move(made));

  // What a row adds only falls as others are chosen: the first whose figure is up to date is the best (Minoux 1978).
  using Gain = std::pair<std::size_t, std::size_t>;
  std::priority_queue<Gain> queue;
  const auto last = candidates.size();
  for (std::size_t c = 0; c < last; ++c) queue.emplace(sample.beaten(candidates[c]), last - c);
  std::vector<Number> window;
  while (!queue.empty()) {
    const auto best = queue.top();
    queue.pop();
    const auto& row = candidates[last - best.second];
    const Gain now{sample.beaten(row), best.second};
    if (now.first == 0) continue;
    if (!queue.empty() && now < queue.top()) {
      queue.push(now);
      continue;
    }
    window.insert(window.end(), row.begin(), row.end());
    sample.remove(row);
  }
  return window;
}

template <class Number>
std::vector<Number> choose(const PointTable<Number>& table) {
  const Sample<Number> sample(table);
  if (sample.size() == 0) return {};
  switch (table.dimensions) {
    case 1:
      return window_of<Number, 1>(sample);
    case 2:
      return window_of<Number, 2>(sample);
    case 3:
      return window_of<Number, 3>(sample);
    case 4:
      return window_of<Number, 4>(sample);
    case 5:
      return window_of<Number, 5>(sample);
    default:
      return window_of<Number, 6>(sample);
  }
}

}  // namespace

double step_down(double number) { return std::nextafter(number, -std::numeric_limits<double>::infinity()); }

std::int64_t step_down(std::int64_t number) {
  return number == std::numeric_limits<std::int64_t>::min() ? number : number - 1;
}

template <>
std::vector<double> strong_window(const PointTable<double>& table) {
  return choose(table);
}

template <>
std::vector<std::int64_t> strong_window(const PointTable<std::int64_t>& table) {
  return choose(table);
}

}  // namespace parley
