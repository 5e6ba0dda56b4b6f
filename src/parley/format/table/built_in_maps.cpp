#include <array>
#include <utility>

#include "parley/format/table/column_map.h"

namespace parley {
namespace {

/// The tables that Parley writes itself. What a row cannot carry, and what was set right later, would come back wrong.
constexpr std::string_view parley_map = R"(keys:
  kind: kind
  date: {column: date, optional: true}
  id: {column: id, optional: true}
  name: {column: name, optional: true}
  title: {column: title, optional: true}
  grade: {column: grade, optional: true}
  assumptions: {column: assumptions, optional: true}
  who: {column: who, between: ";", optional: true}
  to: {column: to, between: ";", optional: true}
  through: {column: through, between: ";", optional: true}
  by: {column: by, optional: true}
  of: {column: of, optional: true}
  parent: {column: parent, optional: true}
  answer: {column: answer, optional: true}
  asked: {column: asked, optional: true}
  due: {column: due, optional: true}
  until: {column: until, optional: true}
  answered: {column: answered, optional: true}
  where: {column: where, optional: true}
  what: {column: what, optional: true}
  finding: {column: finding, optional: true}
  uptake: {column: uptake, optional: true}
  result: {column: result, optional: true}
  from: {column: from, optional: true}
  note: {column: note, optional: true}
  audience: {column: audience, between: ";", optional: true}
leave-out:
  - {column: kind, is: [correction, opening]}
  - {column: corrected by, filled: true, optional: true}
  - {column: not carried, filled: true, optional: true}
)";

/// Event data coded by PLOVER, with the columns of POLECAT. DEMAND is the name that the codebook has for what POLECAT
/// calls REQUEST. Names of places go from the small to the large.
constexpr std::string_view plover_map = R"(empty: [None]
keys:
  date: Event Date
  kind:
    column: Event Type
    words:
      CONSULT: meeting
      REQUEST: demand
      DEMAND: demand
      THREATEN: threat
      AGREE: statement
      SUPPORT: statement
      CONCEDE: statement
      ACCUSE: statement
      REJECT: statement
      COOPERATE: incident
      AID: incident
      RETREAT: incident
      PROTEST: incident
      SANCTION: incident
      MOBILIZE: incident
      COERCE: incident
      ASSAULT: incident
  who: {column: Actor Name, between: ";"}
  to: {column: Recipient Name, between: ";"}
  where: {columns: [Placename, City, Province, Country], optional: true}
  what: {column: Headline, optional: true}
  note:
    columns: [Event ID, Event Type, Event Mode, Contexts, Source, Publication Date]
    joined: "; "
    named: true
    optional: true
)";

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> maps{
    {{"parley", parley_map}, {"plover", plover_map}}};

}  // namespace

const std::vector<std::string>& built_in_maps() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [name, text] : maps) all.emplace_back(name);
    return all;
  }();
  return names;
}

std::string_view built_in_text(std::string_view wanted) {
  for (const auto& [name, text] : maps)
    if (name == wanted) return text;
  return {};
}

std::optional<ColumnMap> built_in_map(std::string_view name) {
  const auto text = built_in_text(name);
  return text.empty() ? std::nullopt : read_column_map(text).value;
}

}  // namespace parley
