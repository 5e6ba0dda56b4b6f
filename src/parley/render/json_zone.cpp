#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {

Json text(Viewpoint viewpoint) {
  switch (viewpoint) {
    case Viewpoint::nash:
      return "nash";
    case Viewpoint::kalai_smorodinsky:
      return "kalai_smorodinsky";
    case Viewpoint::egalitarian:
      return "egalitarian";
    case Viewpoint::utilitarian:
      return "utilitarian";
    case Viewpoint::weighted:
      return "weighted";
  }
  std::abort();
}

namespace {

Json fraction(const Fraction& f) { return {{"numerator", f.numerator}, {"denominator", f.denominator}}; }

Json frontier_json(const Case& c, const Zone& answer) {
  Json points = Json::array();
  for (std::size_t i = 0; i < answer.frontier.size(); ++i) {
    points.push_back(point(c, answer.frontier[i]));
    points.back()["accepted"] = static_cast<bool>(answer.frontier_accepted[i]);
  }
  return {
      {"in_zone_only", answer.frontier_in_zone_only}, {"within", exact(answer.frontier_within)}, {"points", points}};
}

Json viewpoint_json(const Case& c, const Zone& answer, const Zone::View& view) {
  Json out{{"viewpoint", text(view.viewpoint)},
           {"disagreement", values(c, answer.floors)},
           {"pick", view.point ? point(c, *view.point) : Json(nullptr)}};
  // Only where the pick is not proven.
  if (view.within != Utility{0}) out["within"] = view.within ? exact(*view.within) : Json(nullptr);
  return out;
}

Json division_json(const Case& c, const Zone::Division& division) {
  Json issues = Json::object();
  for (std::size_t i = 0; i < division.to_first.size(); ++i) {
    const Fraction& first = division.to_first[i];
    issues[c.issues[i].id] = {{c.parties[0].id, fraction(first)},
                              {c.parties[1].id, fraction({first.denominator - first.numerator, first.denominator})}};
  }
  // Points are fractions of 10^-9, as utilities are whole numbers of it.
  Json points{{c.parties[0].id, fraction(division.points[0])}, {c.parties[1].id, fraction(division.points[1])}};
  return {{"issues", issues},
          {"points", points},
          {"divided", division.divided < 0 ? Json(nullptr) : Json(at(c.issues, division.divided).id)}};
}

Json tabled_json(const Case& c, const Zone::Tabled& tabled) {
  return {{"proposal", at(c.proposals, tabled.proposal).id},
          {"package", package(c, tabled.package)},
          {"values", values(c, tabled.value)},
          {"accepted", tabled.accepted},
          {"left_for_everyone", exact(tabled.left_for_everyone)},
          {"better", tabled.better ? point(c, *tabled.better) : Json(nullptr)}};
}

}  // namespace

Json answer_json(const Case& c, const Zone& answer) {
  Json out = heading_json(c, answer.heading);
  out["packages"] = answer.computed ? count(answer.packages) : Json(nullptr);
  out["accepted"] = answer.accepted ? count(*answer.accepted) : Json(nullptr);
  const auto if_computed = [&](const auto& value) { return answer.computed ? Json(value) : Json(nullptr); };
  out["share"] = if_computed(answer.share);
  out["share_low"] = if_computed(answer.share_low);
  out["share_high"] = if_computed(answer.share_high);
  out["empty"] = answer.undecided ? Json(nullptr) : if_computed(answer.empty);
  out["frontier"] = frontier_json(c, answer);
  out["floors"] = values(c, answer.floors);
  out["ideals"] = answer.ideals.empty() ? Json(nullptr) : values(c, answer.ideals);
  out["viewpoints"] = Json::array();
  for (const auto& view : answer.viewpoints) out["viewpoints"].push_back(viewpoint_json(c, answer, view));
  out["adjusted_winner"] = answer.adjusted_winner ? division_json(c, *answer.adjusted_winner) : Json(nullptr);
  out["tabled"] = Json::array();
  for (const auto& tabled : answer.tabled) out["tabled"].push_back(tabled_json(c, tabled));
  return out;
}

}  // namespace parley
