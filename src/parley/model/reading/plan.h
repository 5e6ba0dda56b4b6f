#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"
#include "parley/model/reading/block.h"
#include "parley/model/reading/unknown.h"

namespace parley {

/// A number of a reading: known, or what a slot holds; millionths.
struct Figure {
  std::int64_t known = 0;
  int slot = -1;

  bool varies() const { return slot >= 0; }
  std::int64_t in(const Slots& slots) const { return varies() ? slots[static_cast<std::size_t>(slot)] : known; }
};

/// What something is worth on the scale from 0 to 100: a number, or what a gamble comes to.
struct ReadWorth {
  Figure value;
  struct Parts {
    Figure chance;
    Figure win;
    Figure loss;
    Figure cost;
  };
  std::optional<Parts> gamble;
};

/// What a dated list says on the date, as far as stances decide it.
struct DatedWorths {
  struct Entry {
    int stance_slot = -1;  ///< holds where this slot has the position; -1: always
    int position = -1;
    ReadWorth worth;
  };
  std::vector<std::vector<Entry>> ranks;  ///< the first that has entries which hold counts
  int pick_slot = -1;                     ///< which of several that hold; -1: there never are several
};

/// How a principal's floor follows from the numbers of a reading: the first reservation value that is stated, else the
/// best of breakdown and the exits that are there. Indices into ReadingPlan::dated.
struct FloorPlan {
  struct Reservation {
    int dated = -1;
    std::optional<Figure> otherwise;
  };
  struct Way {
    int dated = -1;
    int opening_slot = -1;  ///< counts where this slot is 1; -1: always
  };
  std::vector<Reservation> reservations;
  std::vector<Way> no_deal;
  std::optional<Utility> known;  ///< in place of all that
};

/// How a principal's view follows from the numbers of a reading.
struct ViewPlan {
  const Valuer* central = nullptr;          ///< its view in the central reading
  std::vector<Figure> weights;              ///< issues, then interactions; empty for stated utilities
  std::vector<Figure> credences;            ///< for each phase
  std::vector<std::vector<Figure>> values;  ///< for each issue and level
  FloorPlan floor;
};

/// What is to be drawn for a case on a date, and what follows from it.
struct ReadingPlan {
  Model model;
  std::size_t slots = 0;
  std::vector<DrawBlock> blocks;
  std::vector<Unknown> unknowns;
  std::vector<int> unknown_slots;  ///< for each unknown
  std::vector<DatedWorths> dated;
  std::vector<std::vector<ViewPlan>> views;  ///< for each party and principal
  std::vector<int> consent_slots;            ///< for each party: which consent claim; -1: none
};

/// The plan points into itself, so it may be moved but not copied; it keeps no part of the case.
ReadingPlan plan_readings(const Case& c, Date as_of, std::uint64_t seed);

}  // namespace parley
