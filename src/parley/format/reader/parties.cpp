#include "parley/format/reader/parties.h"

#include <fmt/core.h>

#include "parley/format/reader/conditions.h"
#include "parley/format/reader/dated.h"
#include "parley/format/reader/delay.h"
#include "parley/format/reader/preference.h"
#include "parley/format/reader/utilities.h"

namespace parley {
namespace {

constexpr std::size_t most_principals = 1000;

template <typename T>
std::vector<T> read_statements(Reading& r, const Node* node, std::string_view what) {
  std::vector<T> statements;
  for (Demand& demand : read_demands(r, node, what))
    statements.push_back({std::move(demand.option), std::move(demand.from)});
  return statements;
}

Principal read_principal(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "principal", entry.place);
  Principal principal;
  principal.id = entry.key;
  principal.name = fields.line(r, "name", name_from(entry.key));
  principal.from = fields.from(r);
  if (const Node* advisory = fields.find("advisory")) principal.advisory = read_yes_or_no(r, *advisory);
  if (const Node* delay = fields.find("delay")) principal.delay = read_delay(r, *delay, principal.from);
  principal.preference = read_preference(r, fields.find("preferences"));
  read_reservations(r, fields.find("reservation"), principal.reservation, principal.reservations);
  principal.red_lines = read_statements<RedLine>(r, fields.find("red-lines"), "the red lines");
  return principal;
}

Party read_party(Reading& r, const Node::Entry& entry, const Words& principals) {
  const Fields fields(r, entry.value, "party", entry.place);
  Party party;
  party.id = entry.key;
  party.name = fields.line(r, "name", name_from(entry.key));
  party.from = fields.from(r);
  if (const Node* node = fields.find("principals"); node != nullptr)
    for (std::size_t i = 0; i < principals.all().size(); ++i)
      party.principals.push_back(read_principal(r, node->entries[i]));
  if (party.principals.empty()) {
    Principal& only = party.principals.emplace_back();
    only.name = party.name;
    only.from = party.from;
    only.preference = read_preference(r, nullptr);
  }
  read_consent(r, fields.find("consent"), principals, party);
  party.preference = read_preference(r, fields.find("preferences"));
  party.utilities = read_utilities(r, fields.find("utilities"));
  read_reservations(r, fields.find("reservation"), party.reservation, party.reservations);
  party.red_lines = read_statements<RedLine>(r, fields.find("red-lines"), "the red lines");
  party.aspirations = read_statements<Aspiration>(r, fields.find("aspirations"), "the aspirations");
  party.no_deal = read_no_deal(r, fields.find("no-deal"));
  return party;
}

}  // namespace

void name_parties(Reading& r, const Node* node) {
  const auto entries = read_named(r, node, "parties", r.parties, most_actors);
  if (node != nullptr && node->kind == Node::Kind::mapping && entries.size() < 2)
    r.report(node->place, "a case has at least two parties", "add the other side");
  for (const Node::Entry& entry : entries) {
    Words principals;
    const Node* block = entry.value.find("principals");
    if (block != nullptr && block->missing()) block = nullptr;
    const std::size_t room = most_principals - r.principal_count;
    read_named(r, block, "principals of the case", principals, room);
    r.principal_count += principals.all().size();
    r.principals.push_back(std::move(principals));
  }
}

void read_parties(Reading& r, const Node* node) {
  for (std::size_t i = 0; i < r.parties.all().size(); ++i) {
    Party party = read_party(r, node->entries[i], r.principals[i]);
    value_own_shares(r.value, static_cast<int>(i), party.preference);
    r.value.parties.push_back(std::move(party));
  }
}

}  // namespace parley
