#include "parley/ask/window_outlook.h"

#include <algorithm>
#include <utility>

#include "parley/ask/spaces.h"
#include "parley/ask/zone_size.h"
#include "parley/model/extremes.h"

namespace parley {
namespace {

std::vector<Utility> key_of(const Model& model) {
  std::vector<Utility> key;
  for (const auto& floors : model.floors)
    for (const Floor& floor : floors) key.insert(key.end(), {floor.span.low, floor.central, floor.span.high});
  return key;
}

/// Nothing here is a range: one reading only.
bool one_reading(const Model& model) {
  for (std::size_t p = 0; p < model.floors.size(); ++p)
    for (std::size_t k = 0; k < model.floors[p].size(); ++k)
      if (!model.principals[p][k].exact || model.floors[p][k].span.low != model.floors[p][k].span.high) return false;
  return true;
}

/// Whether some package is accepted by everyone; nothing when that cannot be told.
std::optional<bool> some_accepted(const Case& c, const Model& model, const std::stop_token& stop) {
  const auto spaces = Spaces::of(c, model, stop);
  if (!spaces) return std::nullopt;
  const Spaces::Any any = spaces->any_accepted(stop);
  return any.found || any.proven ? std::optional(any.found) : std::nullopt;
}

}  // namespace

const Windows::ZoneOn& Outlook::zone(const Model& model) {
  const auto [known, added] = zones_.try_emplace(key_of(model));
  if (added) known->second = look(model);
  return known->second;
}

const std::vector<PartyVerdict>& Outlook::text(const Model& model, int proposal) {
  const auto [known, added] = texts_.try_emplace({proposal, key_of(model)});
  if (added) known->second = explain(case_, model, proposal).parties;
  return known->second;
}

Windows::ZoneOn Outlook::look(const Model& model) {
  Windows::ZoneOn on;
  const auto spaces = Spaces::of(case_, model, options_.stop);
  if (!spaces) {
    undecided_ = true;
    return on;
  }
  ZoneSize size = zone_size(*spaces, options_.seed, options_.stop);
  if (!size.undecided) on.central = !size.empty;
  undecided_ = undecided_ || size.undecided;
  estimated_ = estimated_ || !size.accepted;
  on.accepted = std::move(size.accepted);
  on.share = size.share;
  on.share_low = size.share_low;
  on.share_high = size.share_high;
  if (on.central && one_reading(model)) {
    on.open = *on.central ? Verdict::certainly : Verdict::certainly_not;
    return on;
  }
  if (on.central != false && some_accepted(case_, at_worst(model), options_.stop) == true)
    on.open = Verdict::certainly;
  else if (on.central != true && some_accepted(case_, at_best(model), options_.stop) == false)
    on.open = Verdict::certainly_not;
  return on;
}

}  // namespace parley
