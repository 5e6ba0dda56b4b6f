#include "parley/solve/labels.h"
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

}  // namespace

void merge_triples(const Arrivals& arrivals, Labels& to) {
  constexpr std::size_t between_polls = 1 << 16;
  std::vector<Head> heap;
  std::size_t all = 0;
  for (std::uint32_t s = 0; s < arrivals.streams.size(); ++s) {
    heap.push_back(head(arrivals, s, arrivals.streams[s].first));
    all += arrivals.streams[s].last - arrivals.streams[s].first;
  }
  std::ranges::make_heap(heap, comes_later);
  const auto [low, high] = second_entries(arrivals);
  Staircase seen(low, high, all);
  for (std::size_t candidates = 1; !heap.empty(); ++candidates) {
    if (candidates % between_polls == 0 && arrivals.stop.stop_requested()) return;
    const auto next = heap.front();
    if (next.previous + 1 < arrivals.streams[next.stream].last) {
      replace_top(heap, head(arrivals, next.stream, next.previous + 1));
    } else {
      std::ranges::pop_heap(heap, comes_later);
      heap.pop_back();
    }
    if (next.x < arrivals.floor[0] || next.y < arrivals.floor[1] || next.z < arrivals.floor[2]) continue;
    if (!seen.add(next.y, next.z)) continue;
    to.values.insert(to.values.end(), {next.x, next.y, next.z});
    to.keys.push_back(next.key);
    to.steps.push_back({next.previous, arrivals.streams[next.stream].arc});
  }
}

}  // namespace parley
