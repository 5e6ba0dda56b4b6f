#include "parley/format/table/plover.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

struct Rule {
  std::string_view kind;
  std::string_view answer;  ///< empty: whatever the answer
  PloverClass named;
};

/// To accept a text is to agree to it, to approve it is to ratify it. Of rejections, those of a plan to settle a
/// dispute have the mode "meet".
constexpr std::array rules{
    Rule{"meeting", "", {"CONSULT", ""}},
    Rule{"consultation", "", {"CONSULT", ""}},
    Rule{"demand", "", {"REQUEST", ""}},
    Rule{"threat", "", {"THREATEN", ""}},
    Rule{"response", "accept", {"AGREE", ""}},
    Rule{"response", "accept with reservations", {"AGREE", ""}},
    Rule{"response", "reject", {"REJECT", "meet"}},
    Rule{"approval", "given", {"SUPPORT", ""}},
    Rule{"approval", "refused", {"REJECT", "meet"}},
};

}  // namespace

std::optional<PloverClass> plover_class(std::string_view kind, std::string_view answer, bool carried) {
  const auto* const rule = std::ranges::find_if(
      rules, [&](const Rule& r) { return r.kind == kind && (r.answer.empty() || r.answer == answer); });
  if (rule == rules.end()) return std::nullopt;
  PloverClass found = rule->named;
  if (found.name == "CONSULT" && carried) found.mode = "third-party";
  return found;
}

}  // namespace parley
