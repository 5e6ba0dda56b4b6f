#include "parley/ask/tied_hands.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "parley/ask/spaces.h"
#include "parley/at.h"
#include "parley/model/consent.h"
#include "parley/model/gates.h"

namespace parley {
namespace {

/// What the case comes to with its gates as they are there.
struct ViewedCase {
  bool computed = false;
  std::vector<Utility> floors;
  std::vector<HandsView> views;
};

ViewedCase look_at(const Case& c, const Model& model, const std::stop_token& stop) {
  ViewedCase seen;
  for (int p = 0; p < std::ssize(c.parties); ++p) seen.floors.push_back(party_floor(c, model, p));
  const auto spaces = Spaces::of(c, model, stop);
  if (!spaces) return seen;
  // Two picks need no frontier to be read off.
  Spaces::Pareto none;
  none.possible = false;
  const Spaces::Ideals ideals = spaces->ideals(none, stop);
  for (const Viewpoint viewpoint : {Viewpoint::nash, Viewpoint::kalai_smorodinsky}) {
    HandsView view{viewpoint, std::nullopt};
    if (!ideals.value.empty() && ideals.proof.proven) {
      ViewpointProblem problem;
      problem.viewpoint = viewpoint;
      problem.objectives = static_cast<int>(c.parties.size());
      problem.disagreement = seen.floors;
      problem.ideal = ideals.value;
      problem.stop = stop;
      const Spaces::Pick pick = spaces->viewpoint(problem, false, none);
      if (pick.point && pick.proof.proven) view.value = pick.point->value;
    }
    seen.views.push_back(std::move(view));
  }
  seen.computed = !stop.stop_requested();
  return seen;
}

std::vector<Actor> those_with_others(const Case& c) {
  std::vector<Actor> found;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    const Party& side = c.parties[at(p)];
    for (const int k : principals_in(side, side.consent))
      if (without(side, side.consent, k)) found.push_back({p, k, -1});
  }
  std::ranges::sort(found, {}, [&](const Actor& who) {
    const Party& side = c.parties[at(who.party)];
    return std::tuple(side.id, side.principals[at(who.principal)].id);
  });
  return found;
}

}  // namespace

TiedHands tied_hands(const Case& c, const Model& model, const std::stop_token& stop) {
  constexpr std::size_t most = 8;
  TiedHands hands;
  ViewedCase now = look_at(c, model, stop);
  hands.computed = now.computed;
  hands.floors = std::move(now.floors);
  hands.views = std::move(now.views);
  if (!hands.computed) return hands;
  Case other = for_packages(c);
  for (const Actor& who : those_with_others(c)) {
    if (hands.without.size() == most || stop.stop_requested()) {
      hands.left_out.push_back(who);
      continue;
    }
    const Party& side = c.parties[at(who.party)];
    const auto rest = without(side, side.consent, who.principal);
    if (!rest) continue;
    other.parties[at(who.party)].consent = *rest;
    ViewedCase seen = look_at(other, model, stop);
    other.parties[at(who.party)].consent = side.consent;
    if (seen.computed)
      hands.without.push_back({who, std::move(seen.floors), std::move(seen.views)});
    else
      hands.left_out.push_back(who);
  }
  return hands;
}

}  // namespace parley
