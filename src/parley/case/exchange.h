#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/quantity.h"

namespace parley {

/// How what remains of a category counts for a side: a share t of it that remains counts for t of the whole (even), for
/// t (2 - t), so that the last ones count most (diminishing: the more remain, the less each counts), or for t², so that
/// the first ones count most (growing).
enum class RemainderShape { even, diminishing, growing };

/// What a side says of a category: points, out of its own 100 for all that is exchanged, for the whole of it. For the
/// side that hands over it is what it gives up, for the one that receives what it gets. Never of a person.
struct Priority {
  int party = -1;
  Quantity points;
  RemainderShape shape = RemainderShape::even;
};

/// How much can be handed over: of a category, or of all that goes through one crossing.
struct Capacity {
  std::int64_t most = 0;  ///< in `days`
  int days = 1;
  Provenance from;
};

/// People of one kind, or things, that one party hands over to another.
struct ExchangeCategory {
  std::string id;
  std::string name;
  std::string unit;
  bool people = true;
  bool humanitarian = false;  ///< goes before whatever else its side hands over in the phase
  int giver = -1;             ///< indices of parties
  int receiver = -1;
  int phase = 0;                   ///< index into Case::phases
  int issue = -1;                  ///< the count issue that says how many are agreed, in a text; -1: `agreed` says it
  std::optional<Quantity> agreed;  ///< five numbers that need not be the same
  std::optional<Quantity> listed;  ///< by name
  std::optional<Quantity> verified;
  std::optional<Quantity> consenting;  ///< those who want to go where they would be handed over to
  std::optional<Quantity> delivered;   ///< handed over already
  std::int64_t block = 1;              ///< handed over so many at a time
  std::optional<Capacity> capacity;
  int crossing = -1;  ///< index into Exchange::crossings
  std::vector<Priority> priorities;
  Provenance from;
};

struct Crossing {
  std::string id;
  std::string name;
  Capacity capacity;
  Provenance from;
};

/// All of some categories before any of others.
struct ExchangeOrder {
  std::vector<int> first;
  std::vector<int> then;
  Provenance from;
};

/// So many of one category for each of another.
struct ExchangeRatio {
  int of = -1;
  int each = -1;
  Decimal number;
  Provenance from;
};

/// What a side would lose by stopping, whatever is exchanged: points out of its own 100. A deposit is one that a third
/// party holds.
struct ExchangeGuarantee {
  int party = -1;
  int holder = -1;  ///< index of a third party; -1: nobody holds anything
  Quantity points;
  Provenance from;
};

/// One handover of a schedule that is on the table.
struct PlannedHandover {
  int day = 0;                       ///< from 1, of the exchange
  std::vector<std::int64_t> number;  ///< of each category
  Place place;
};

/// Who hands over what to whom, and what is known of the way in which it is to be done.
struct Exchange {
  std::vector<Crossing> crossings;
  std::vector<ExchangeCategory> categories;
  std::vector<ExchangeOrder> order;
  std::vector<ExchangeRatio> ratios;
  std::vector<ExchangeGuarantee> guarantees;
  bool together = false;              ///< all sides hand over at once, through a neutral; otherwise one after the other
  int neutral = -1;                   ///< index of the third party through which; -1: nobody is named
  int every = 1;                      ///< days from one handover to the next, at least
  std::optional<Quantity> detection;  ///< days until a monitor sees that a side has stopped
  std::vector<PlannedHandover> schedule;
  Provenance from;
};

}  // namespace parley
