#pragma once

#include <optional>
#include <string_view>

namespace parley {

/// A class of the event ontology PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data
/// Alliance), with its mode where we know one.
struct PloverClass {
  std::string_view name;
  std::string_view mode;  ///< empty: none, or not known
};

/// The class of an event of a record, by its kind, the answer of a response or approval, and whether third parties
/// carried it. Nothing for what PLOVER does not code (statements, warnings, recommendations and their uptake,
/// assessments, proposals, counter-proposals, silence, pending approvals) and for incidents, which do not say what sort
/// of thing happened. The way back is the column map `plover`; docs/record.md says what is lost on both.
std::optional<PloverClass> plover_class(std::string_view kind, std::string_view answer, bool carried);

}  // namespace parley
