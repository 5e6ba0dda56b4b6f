#include "parley/solve/exchange/meetings.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "parley/at.h"
#include "parley/solve/exchange/lattice.h"
#include "parley/solve/exchange/narrow.h"

namespace parley {
namespace {

/// A set of states of a lattice.
using StateBits = std::vector<std::uint64_t>;

bool has(const StateBits& set, std::size_t place) { return (set[place / 64] >> place % 64 & 1) != 0; }
void put(StateBits& set, std::size_t place) { set[place / 64] |= std::uint64_t{1} << place % 64; }

/// The set moved up by so many places; what falls off the end is gone.
StateBits moved(const StateBits& set, std::size_t places) {
  StateBits result(set.size());
  const auto words = places / 64;
  const auto bits = places % 64;
  for (auto w = words; w < set.size(); ++w) {
    result[w] = set[w - words] << bits;
    if (bits > 0 && w > words) result[w] |= set[w - words - 1] >> (64 - bits);
  }
  return result;
}

class MeetingSearch {
 public:
  MeetingSearch(const ExchangeTable& table, const Lattice& lattice, const MeetingRule& rule)
      : table_(table), lattice_(lattice), rule_(rule), words_((lattice.states() + 63) / 64) {
    allowed_.assign(words_, 0);
    for (std::size_t k = 0; k < table.classes.size(); ++k) {
      auto& more = room_.emplace_back(words_);
      const auto step = lattice.step(k);
      const auto size = at(table.classes[k].blocks) + 1;
      for (std::size_t place = 0; place < lattice.states(); ++place)
        if (place / step % size + 1 < size) put(more, place);
    }
  }

  /// For each state what it is above the guarantees; where precedences are broken, the largest number.
  std::vector<Utility> excesses(const std::vector<Utility>& guarantees) const {
    const auto& balance = table_.classes[lattice_.inner()].balance;
    std::vector<Utility> result(lattice_.states(), std::numeric_limits<Utility>::max());
    lattice_.each_run([&](const Lattice::Run& run) {
      for (int i = run.low; i < run.high; ++i) {
        auto most = std::numeric_limits<Utility>::min();
        for (std::size_t s = 0; s < guarantees.size(); ++s)
          most = std::max(most, run.base[s] + balance[s][at(i)] - guarantees[s]);
        result[run.first + at(i)] = most;
      }
    });
    return result;
  }

  std::optional<MeetingPlan> plan(const std::vector<Utility>& excess, Utility most, int most_meetings) {
    for (auto& word : allowed_) word = 0;
    for (std::size_t place = 0; place < excess.size(); ++place)
      if (excess[place] <= most) put(allowed_, place);
    const auto last = lattice_.states() - 1;
    if (!has(allowed_, 0) || !has(allowed_, last)) return std::nullopt;
    std::vector<StateBits> reached(1, StateBits(words_));
    put(reached.front(), 0);
    while (!has(reached.back(), last)) {
      if (static_cast<int>(reached.size()) > most_meetings) return std::nullopt;
      auto next = after_one(reached.back());
      if (next == reached.back()) return std::nullopt;
      reached.push_back(std::move(next));
    }
    return way_back(reached, excess);
  }

 private:
  /// What a meeting can lead to, staying included.
  StateBits after_one(const StateBits& from) const {
    if (rule_.together) return kept(spread(from, -1));
    StateBits result = from;
    for (int side = 0; side < table_.sides; ++side) {
      const auto here = spread(from, side);
      for (std::size_t w = 0; w < words_; ++w) result[w] |= here[w];
    }
    return kept(std::move(result));
  }

  StateBits kept(StateBits set) const {
    for (std::size_t w = 0; w < words_; ++w) set[w] &= allowed_[w];
    return set;
  }

  bool gives(std::size_t k, int side) const { return side < 0 || table_.classes[k].giver == side; }

  /// Passage by passage, as many blocks as it lets through. `side`: -1 for all of them.
  StateBits spread(StateBits set, int side) const {
    for (std::size_t passage = 0; passage < rule_.most.size(); ++passage) {
      auto moving = set;
      for (int n = 0; n < rule_.most[passage]; ++n) {
        auto moved_on = one_more(moving, passage, side);
        if (std::ranges::all_of(moved_on, [](std::uint64_t word) { return word == 0; })) break;
        moving = std::move(moved_on);
        for (std::size_t w = 0; w < words_; ++w) set[w] |= moving[w];
      }
    }
    return set;
  }

  StateBits one_more(const StateBits& set, std::size_t passage, int side) const {
    StateBits result(words_);
    for (std::size_t k = 0; k < table_.classes.size(); ++k) {
      if (at(rule_.passage[k]) != passage || !gives(k, side)) continue;
      auto moving = set;
      for (std::size_t w = 0; w < words_; ++w) moving[w] &= room_[k][w];
      moving = moved(moving, lattice_.step(k));
      for (std::size_t w = 0; w < words_; ++w) result[w] |= moving[w];
    }
    return result;
  }

  MeetingPlan way_back(const std::vector<StateBits>& reached, const std::vector<Utility>& excess) const {
    MeetingPlan result;
    auto place = lattice_.states() - 1;
    result.excess = excess[place];
    for (auto m = reached.size() - 1; m > 0; --m) {
      const auto delivered = lattice_.delivered_at(place);
      const auto before = origin(reached[m - 1], place, delivered, excess);
      const auto earlier = lattice_.delivered_at(before);
      auto& meeting = result.meetings.emplace_back(delivered);
      for (std::size_t k = 0; k < meeting.size(); ++k) meeting[k] -= earlier[k];
      place = before;
      result.excess = std::max(result.excess, excess[place]);
    }
    std::ranges::reverse(result.meetings);
    return result;
  }

  /// The state with the least excess that one meeting leads here from.
  std::size_t origin(const StateBits& reached, std::size_t place, const Delivered& delivered,
                     const std::vector<Utility>& excess) const {
    auto best = place;
    bool found = false;
    const auto look = [&](std::size_t there) {
      if (!has(reached, there) || (found && excess[there] >= excess[best])) return;
      best = there;
      found = true;
    };
    auto room = rule_.most;
    if (rule_.together) {
      each_origin(place, delivered, 0, -1, room, look);
    } else {
      for (int side = 0; side < table_.sides; ++side) each_origin(place, delivered, 0, side, room, look);
    }
    return best;
  }

  template <class Look>
  void each_origin(std::size_t place, const Delivered& delivered, std::size_t k, int side, std::vector<int>& room,
                   const Look& look) const {
    if (k == delivered.size()) {
      look(place);
      return;
    }
    auto& left = room[at(rule_.passage[k])];
    const auto most = gives(k, side) ? std::min(left, delivered[k]) : 0;
    for (int n = 0; n <= most; ++n) {
      left -= n;
      each_origin(place - at(n) * lattice_.step(k), delivered, k + 1, side, room, look);
      left += n;
    }
  }

  const ExchangeTable& table_;
  const Lattice& lattice_;
  const MeetingRule& rule_;
  std::size_t words_;
  StateBits allowed_;
  std::vector<StateBits> room_;  ///< for each class: the states in which there is more of it to hand over
};

/// Calls search(meetings, excesses) where the lattice fits.
template <class Search>
FewestMeetings where_it_fits(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                             const MeetingRule& rule, int most_meetings, const MeetingsOptions& options,
                             const Search& search) {
  if (table.classes.empty()) {
    const auto excess = excess_at(table, guarantees, {});
    return {MeetingPlan{{}, excess}, false};
  }
  const auto lattice = Lattice::of(table, options.most_states);
  const auto sets = static_cast<std::uint64_t>(most_meetings) + table.classes.size() + 1;
  if (!lattice || lattice->states() > options.most_bits / sets) return {std::nullopt, true};
  MeetingSearch meetings(table, *lattice, rule);
  return {search(meetings, meetings.excesses(guarantees)), false};
}

}  // namespace

FewestMeetings fewest_meetings(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                               const MeetingRule& rule, int most_meetings, const MeetingsOptions& options) {
  auto result = where_it_fits(table, guarantees, rule, most_meetings, options,
                              [&](MeetingSearch& meetings, const std::vector<Utility>& excess) {
                                return meetings.plan(excess, 0, most_meetings);
                              });
  if (result.plan && result.plan->excess > 0) result.plan.reset();
  return result;
}

FewestMeetings safest_meetings(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                               const MeetingRule& rule, int most_meetings, const MeetingsOptions& options) {
  return where_it_fits(table, guarantees, rule, most_meetings, options,
                       [&](MeetingSearch& meetings, const std::vector<Utility>& excess) {
                         auto candidates = excess;
                         std::ranges::sort(candidates);
                         const auto twice = std::ranges::unique(candidates);
                         candidates.erase(twice.begin(), twice.end());
                         if (candidates.back() == std::numeric_limits<Utility>::max()) candidates.pop_back();
                         std::optional<MeetingPlan> best;
                         std::size_t low = 0;
                         std::size_t high = candidates.size();
                         while (low < high) {
                           const auto middle = low + (high - low) / 2;
                           if (auto plan = meetings.plan(excess, candidates[middle], most_meetings)) {
                             best = std::move(plan);
                             high = middle;
                           } else {
                             low = middle + 1;
                           }
                         }
                         return best;
                       });
}

}  // namespace parley
