#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "parley/model/reading/plan.h"

namespace parley {

/// The alphabetical place of an id among others of its kind: what a case is reordered to, or renamed to in the same
/// order, leaves it as it is.
template <class Things>
std::string place_of(const Things& things, const std::string& id) {
  return std::to_string(std::ranges::count_if(things, [&](const auto& thing) { return thing.id < id; }));
}

/// Makes the plan of plan_readings: what several take over is planned once, when the first one needs it, and all of
/// them read the same slots. Names of streams are made of alphabetical places, and within a stream issues, options and
/// phases come in alphabetical order.
class Planner {
 public:
  Planner(const Case& c, Date as_of, std::uint64_t seed, ReadingPlan& plan);
  void run();

 private:
  int add_slot() { return static_cast<int>(plan_.slots++); }
  int add_slot(Unknown unknown);
  void add_block(const std::string& name, decltype(DrawBlock::how) how);
  /// Who it is by alphabetical places: "1", "1/0".
  std::string place_name(const Actor& who) const;
  /// A number in a stream of its own.
  Figure figure(const std::string& name, const Quantity& quantity, Unknown unknown);

  // planner_views.cpp
  ViewPlan view_plan(int party, int principal);
  const std::vector<Figure>& weights_of(const Actor& who, const Preference& preference);
  const std::vector<Figure>& values_of(const Actor& who, std::size_t issue, const std::optional<Valuation>& valuation);
  std::vector<Figure> stated_values(const Actor& who, std::size_t issue, const OptionValues& values,
                                    const Provenance& from);
  std::vector<Figure> ordered_values(const Actor& who, std::size_t issue, const OptionOrder& order,
                                     const Provenance& from);
  /// For each principal and phase.
  std::vector<std::vector<Figure>> credences_of(int party);

  // planner_floors.cpp
  FloorPlan floor_plan(int party, int principal);
  int dated_plan(Unknown of, const std::vector<DatedValue>& values);
  ReadWorth worth_of(Unknown of, const std::string& name, const DatedValue& value);
  int stance_slot(const DatedValue& value);
  std::optional<FloorPlan::Way> exit_plan(int party, std::size_t exit);
  int consent_slot(int party);

  const Case& case_;
  Date as_of_;
  std::uint64_t seed_;
  ReadingPlan& plan_;
  std::vector<int> issues_by_id_;
  std::vector<int> phases_by_id_;
  std::map<std::pair<int, int>, std::vector<Figure>> weights_;
  std::map<std::tuple<int, int, std::size_t>, std::vector<Figure>> values_;
  std::map<std::tuple<Unknown::Kind, int, int, int>, int> dated_;
  std::map<std::pair<int, int>, int> stances_;
  std::map<std::pair<int, int>, int> openings_;
  std::map<std::pair<int, int>, Figure> reservations_;
};

}  // namespace parley
