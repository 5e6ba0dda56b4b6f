#include <array>
#include <ranges>

#include "parley/solve/labels.h"
#include "parley/solve/side_by_side.h"
#include "parley/solve/staircase.h"

namespace parley {
namespace {

/// The next partial package of a stream.
struct Head {
  Utility x, y, z;
  std::uint64_t key;
  std::uint32_t previous;
  std::uint32_t stream;
};

bool comes_later(const Head& a, const Head& b) {
  if (a.x != b.x) return a.x < b.x;
  if (a.y != b.y) return a.y < b.y;
  if (a.z != b.z) return a.z < b.z;
  if (a.key != b.key) return a.key > b.key;
  return a.stream > b.stream;
}

Head head(const Arrivals& in, std::uint32_t stream, std::uint32_t previous) {
  const auto& s = in.streams[stream];
  const auto* value = in.from->value(previous);
  return {value[0] + s.gain[0],
          value[1] + s.gain[1],
          value[2] + s.gain[2],
          key_after(in, previous, s.key),
          previous,
          stream};
}

/// Puts another head in the place of a heap's top.
void replace_top(std::vector<Head>& heap, const Head& head) {
  std::size_t at = 0;
  for (;;) {
    auto child = 2 * at + 1;
    if (child >= heap.size()) break;
    if (child + 1 < heap.size() && comes_later(heap[child], heap[child + 1])) ++child;
    if (!comes_later(head, heap[child])) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = head;
}

/// From where to where second entries go.
Span second_entries(const Arrivals& in) {
  Span span{std::numeric_limits<Utility>::max(), std::numeric_limits<Utility>::min()};
  for (const auto& stream : in.streams)
    for (auto i = stream.first; i < stream.last; ++i) {
      const auto y = in.from->value(i)[1] + stream.gain[1];
      span.low = std::min(span.low, y);
      span.high = std::max(span.high, y);
    }
  return span;
}

std::size_t count(const Arrivals& in) {
  std::size_t sum = 0;
  for (const auto& stream : in.streams) sum += stream.last - stream.first;
  return sum;
}

/// Arrivals from the largest first entry down, those that nothing before them covers.
Staircase merge(const Arrivals& in, Labels& to) {
  constexpr std::size_t between_polls = 1 << 16;
  std::vector<Head> heap;
  for (std::uint32_t s = 0; s < in.streams.size(); ++s)
    if (in.streams[s].first < in.streams[s].last) heap.push_back(head(in, s, in.streams[s].first));
  std::ranges::make_heap(heap, comes_later);
  const auto [low, high] = second_entries(in);
  Staircase seen(low, high, count(in));
  for (std::size_t candidates = 1; !heap.empty(); ++candidates) {
    if (candidates % between_polls == 0 && in.stop.stop_requested()) break;
    const auto next = heap.front();
    if (next.previous + 1 < in.streams[next.stream].last) {
      replace_top(heap, head(in, next.stream, next.previous + 1));
    } else {
      std::ranges::pop_heap(heap, comes_later);
      heap.pop_back();
    }
    if (next.x < in.floor[0] || next.y < in.floor[1] || next.z < in.floor[2]) continue;
    if (!seen.add(next.y, next.z)) continue;
    to.values.insert(to.values.end(), {next.x, next.y, next.z});
    to.keys.push_back(next.key);
    to.steps.push_back({next.previous, in.streams[next.stream].arc});
  }
  return seen;
}

/// The middle of the first entries, as far as a few from each stream tell.
Utility middle(const Arrivals& in) {
  constexpr std::uint32_t from_each = 256;
  std::vector<Utility> sample;
  for (const auto& stream : in.streams) {
    const auto every = 1 + (stream.last - stream.first) / from_each;
    for (auto i = stream.first; i < stream.last; i += every) sample.push_back(in.from->value(i)[0] + stream.gain[0]);
  }
  const auto half = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::ranges::nth_element(sample, half);
  return *half;
}

/// The streams cut in two: first entries of at least x, and the others.
std::array<std::vector<Stream>, 2> cut(const Arrivals& in, Utility x) {
  std::array<std::vector<Stream>, 2> parts;
  for (const auto& stream : in.streams) {
    const auto numbers = std::views::iota(stream.first, stream.last);
    const auto at =
        *std::ranges::partition_point(numbers, [&](auto i) { return in.from->value(i)[0] + stream.gain[0] >= x; });
    for (auto& part : parts) part.push_back(stream);
    parts[0].back().last = at;
    parts[1].back().first = at;
  }
  return parts;
}

}  // namespace

void merge_triples(const Arrivals& arrivals, Labels& to) {
  // Below so many arrivals a second thread costs more than it saves.
  constexpr std::size_t worth_sharing = 1 << 15;
  if (arrivals.threads < 2 || count(arrivals) < worth_sharing) {
    merge(arrivals, to);
    return;
  }
  // Nothing with a smaller first entry covers one with a larger: the larger half stands as it is, and is held against
  // what the smaller half leaves over.
  const auto streams = cut(arrivals, middle(arrivals));
  Staircase larger;
  Labels smaller;
  side_by_side(2, [&](std::size_t part) {
    auto half = arrivals;
    half.streams = streams[part];
    if (part == 0)
      larger = merge(half, to);
    else
      merge(half, smaller);
  });
  smaller.width = 3;
  for (std::size_t i = 0; i < smaller.size(); ++i) {
    const auto* value = smaller.value(i);
    if (larger.covers(value[1], value[2])) continue;
    to.values.insert(to.values.end(), value, value + 3);
    to.keys.push_back(smaller.keys[i]);
    to.steps.push_back(smaller.steps[i]);
  }
}

}  // namespace parley
