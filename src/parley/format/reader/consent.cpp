#include <fmt/format.h>

#include "parley/format/reader/parties.h"
#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

std::vector<Gate> read_gates(Reading& r, const Node* node, const Words& principals) {
  std::vector<Gate> gates;
  for (const Node& item : read_items(r, node, "those who approve")) gates.push_back(read_gate(r, item, principals));
  if (node != nullptr && node->kind == Node::Kind::sequence && node->items.empty())
    r.report(node->place, "nobody is named here", "name those who must approve");
  return gates;
}

}  // namespace

Gate read_gate(Reading& r, const Node& node, const Words& principals) {
  Gate gate;
  if (node.kind == Node::Kind::scalar) {
    gate.kind = Gate::Kind::principal;
    gate.principal = read_word(r, node, "a principal of this party", principals);
    return gate;
  }
  const Fields fields(r, node, "gate");
  if (!fields.is_block()) return gate;
  const bool all = fields.has("all");
  const bool any = fields.has("any");
  const Node* least = fields.find("at-least");
  if (all + any + (least != nullptr) != 1 || (least != nullptr) != fields.has("of")) {
    r.report(fields.place(), "this does not say who must approve",
             "write {all: [one, two]}, {any: [one, two]} or {at-least: 2, of: [one, two, three]}");
    return gate;
  }
  gate.kind = all ? Gate::Kind::all : any ? Gate::Kind::any : Gate::Kind::at_least;
  if (least != nullptr)
    gate.least =
        static_cast<int>(read_whole(r, *least, "the number of those who must approve", 1, most_entries).value_or(1));
  gate.children = read_gates(r, fields.find(all ? "all" : any ? "any" : "of"), principals);
  return gate;
}

}  // namespace parley
