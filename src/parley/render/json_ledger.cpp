#include <cstdlib>
#include <utility>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

const char* text(Positions::Trend trend) {
  switch (trend) {
    case Positions::Trend::unknown:
      return "unknown";
    case Positions::Trend::narrowing:
      return "narrowing";
    case Positions::Trend::unchanged:
      return "unchanged";
    case Positions::Trend::widening:
      return "widening";
  }
  std::abort();
}

const char* text(Conflict::Kind kind) {
  switch (kind) {
    case Conflict::Kind::response:
      return "response";
    case Conflict::Kind::approval:
      return "approval";
    case Conflict::Kind::assessment:
      return "assessment";
    case Conflict::Kind::response_date:
      return "response_date";
    case Conflict::Kind::asked_date:
      return "asked_date";
    case Conflict::Kind::approval_date:
      return "approval_date";
  }
  std::abort();
}

/// Points are kept in millionths, and exact() writes 10^-9.
Json points_json(const std::optional<Spread>& points) {
  constexpr std::int64_t nano = 1000;
  if (!points) return nullptr;
  return {{"low", exact(points->low * nano)},
          {"central", exact(points->central * nano)},
          {"high", exact(points->high * nano)}};
}

Json steps_json(const Spread& steps) { return {{"low", steps.low}, {"central", steps.central}, {"high", steps.high}}; }

Json position_json(const Case& c, int issue, const std::vector<int>& position) {
  Json out = Json::array();
  for (const int level : position) out.push_back(at(at(c.issues, issue).options, level));
  return out;
}

Json shift_json(const Case& c, const Shift& shift) {
  const Proposal& text = at(c.proposals, shift.proposal);
  const Proposal& against = at(c.proposals, shift.against);
  Json points = Json::object();
  for (std::size_t p = 0; p < shift.points.size(); ++p) points[c.parties[p].id] = points_json(shift.points[p]);
  return {{"proposal", text.id},
          {"against", against.id},
          {"from_parent", shift.from_parent},
          {"from_own", shift.from_own},
          {"author", text.author ? actor(c, *text.author) : Json(nullptr)},
          {"date", date_or_null(text.date)},
          {"issue", at(c.issues, shift.issue).id},
          {"before", position_json(c, shift.issue, at(against.alternatives, shift.issue))},
          {"after", position_json(c, shift.issue, at(text.alternatives, shift.issue))},
          {"steps", steps_json(shift.steps)},
          {"points", std::move(points)}};
}

Json sum_json(const ShiftSum& sum) {
  return {{"shifts", sum.shifts}, {"steps", steps_json(sum.steps)}, {"points", points_json(sum.points)}};
}

Json point_json(const Case& c, const Positions::Point& point) {
  Json texts = Json::object();
  for (std::size_t p = 0; p < point.texts.size(); ++p)
    texts[c.parties[p].id] = point.texts[p] < 0 ? Json(nullptr) : Json(at(c.proposals, point.texts[p]).id);
  Json gaps = Json::object();
  for (std::size_t i = 0; i < point.gaps.size(); ++i) gaps[c.issues[i].id] = point.gaps[i];
  return {{"date", date_or_null(point.date)},
          {"texts", std::move(texts)},
          {"gaps", std::move(gaps)},
          {"issues_apart", point.issues_apart},
          {"steps", point.steps}};
}

Json index_or_null(int index) { return index < 0 ? Json(nullptr) : Json(index); }

}  // namespace

Json side_json(const Case& c, const SideMoves& side) {
  return {{"party", at(c.parties, side.party).id},
          {"moved", side.moved},
          {"last_move", date_or_null(side.last)},
          {"turns", {{"least", side.turns}, {"most", side.most_turns}}}};
}

Json ledger_json(const Case& c, const Ledger& ledger) {
  Json out{{"shifts", Json::array()}, {"sums", Json::array()}};
  for (const Shift& shift : ledger.shifts) out["shifts"].push_back(shift_json(c, shift));
  for (const auto& sum : ledger.sums)
    out["sums"].push_back({{"party", at(c.parties, sum.party).id},
                           {"issue", at(c.issues, sum.issue).id},
                           {"own", sum_json(sum.own)},
                           {"others", sum_json(sum.others)},
                           {"texts", sum_json(sum.texts)}});
  return out;
}

Json positions_json(const Case& c, const Positions& positions) {
  Json out{{"lately", text(positions.lately)},
           {"overall", text(positions.overall)},
           {"before", index_or_null(positions.before)},
           {"first", index_or_null(positions.first)},
           {"points", Json::array()}};
  for (const auto& point : positions.points) out["points"].push_back(point_json(c, point));
  return out;
}

Json conflict_json(const Case& c, const Conflict& conflict) {
  const bool about_talks = conflict.kind == Conflict::Kind::assessment;
  Json out{{"kind", text(conflict.kind)},
           {"proposal", about_talks ? Json(nullptr) : Json(at(c.proposals, conflict.proposal).id)},
           {"who", about_talks ? Json(nullptr) : actor(c, conflict.who)},
           {"reports", Json::array()}};
  for (const int report : conflict.reports) {
    const Provenance& from = report_source(c, conflict, report);
    Json told_by = Json::array();
    if (about_talks)
      for (const Actor& who : at(c.events, report).who) told_by.push_back(actor(c, who));
    out["reports"].push_back({{"report", report_words(c, conflict, report)},
                              {"date", date_or_null(report_date(c, conflict, report))},
                              {"told_by", std::move(told_by)},
                              {"source", source_or_null(c, from)},
                              {"grade", from.source < 0 ? Json(nullptr) : id_or_null(at(c.sources, from.source).grade)},
                              {"assumption", is_assumption(c, from)}});
  }
  return out;
}

}  // namespace parley
