#include <fmt/core.h>

#include "parley/format/reader/dated.h"
#include "parley/format/reader/delay.h"
#include "parley/format/reader/parties.h"
#include "parley/format/reader/quantity.h"

namespace parley {
namespace {

Exit read_exit(Reading& r, const Node::Entry& entry, const Words& exits, const Provenance& around) {
  const Fields fields(r, entry.value, "exit", entry.place);
  Exit exit;
  exit.id = entry.key;
  exit.name = fields.line(r, "name", name_from(entry.key));
  exit.from = fields.from(r, around);
  exit.values = read_dated_values(r, fields.find("value"), value_kind, exit.from, "exit value");
  exit.opens = fields.date(r, "opens");
  exit.closes = fields.date(r, "closes");
  exit.after = fields.word(r, "after", "an exit of this party", exits);
  if (const Node* preparation = fields.find("preparation")) exit.preparation = read_delay(r, *preparation, exit.from);
  return exit;
}

/// Breakdown chance and patience are told of one stretch of time; `days` is the one known so far.
void read_period(Reading& r, const Node& block, std::optional<int>& days) {
  const Node* per = block.kind == Node::Kind::mapping ? block.find("per") : nullptr;
  if (per == nullptr || per->missing()) return;
  const auto read = read_days(r, *per);
  if (!read) return;
  if (days && *days != *read)
    r.report(per->place, fmt::format("this is told per {} days, and what stands before it per {}", *read, *days),
             "state the breakdown chance and patience per one and the same stretch of time, such as 1 week");
  days = read;
}

void read_time_in_talks(Reading& r, const Fields& fields, const Provenance& from, NoDeal& no_deal) {
  const Node* chance = fields.find("breakdown-chance");
  const Node* patience = fields.find("patience");
  no_deal.breakdown_chance = read_dated_values(r, chance, chance_kind, from, "dated chance");
  std::optional<int> days;
  if (chance != nullptr) {
    read_period(r, *chance, days);
    for (const Node& item : chance->items) read_period(r, item, days);
  }
  if (patience != nullptr && patience->kind == Node::Kind::mapping) {
    const Fields block(r, *patience, "patience");
    no_deal.patience = read_stated(r, block, patience_kind, block.from(r, from));
    read_period(r, *patience, days);
  } else if (patience != nullptr) {
    no_deal.patience = read_quantity(r, *patience, patience_kind, from);
  }
  if (days) no_deal.period_days = *days;
}

}  // namespace

NoDeal read_no_deal(Reading& r, const Node* node) {
  NoDeal no_deal;
  if (node == nullptr) return no_deal;
  const Fields fields(r, *node, "no-deal");
  const Provenance from = fields.from(r);
  no_deal.flow = read_dated_values(r, fields.find("flow"), value_kind, from);
  no_deal.breakdown = read_dated_values(r, fields.find("breakdown"), value_kind, from);
  read_time_in_talks(r, fields, from, no_deal);
  Words exits;
  const auto entries = read_named(r, fields.find("exits"), "exits", exits);
  for (const Node::Entry& entry : entries) no_deal.exits.push_back(read_exit(r, entry, exits, from));
  return no_deal;
}

}  // namespace parley
