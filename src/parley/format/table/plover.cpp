#include "parley/format/table/plover.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

struct PloverRule {
  std::string_view kind;
  std::string_view answer;  ///< empty: whatever the answer
  PloverClass named;
};

/// To accept a text is to agree to it, to approve it is to ratify it. Of rejections, those of a plan to settle a
/// dispute have the mode "meet".
constexpr std::array rules{
    PloverRule{"meeting", "", {"CONSULT", ""}},
    PloverRule{"consultation", "", {"CONSULT", ""}},
    PloverRule{"demand", "", {"REQUEST", ""}},
    PloverRule{"threat", "", {"THREATEN", ""}},
    PloverRule{"response", "accept", {"AGREE", ""}},
    PloverRule{"response", "accept with reservations", {"AGREE", ""}},
    PloverRule{"response", "reject", {"REJECT", "meet"}},
    PloverRule{"approval", "given", {"SUPPORT", ""}},
    PloverRule{"approval", "refused", {"REJECT", "meet"}},
};

}  // namespace

std::optional<PloverClass> plover_class(std::string_view kind, std::string_view answer, bool carried) {
  const auto* const rule = std::ranges::find_if(
      rules, [&](const PloverRule& r) { return r.kind == kind && (r.answer.empty() || r.answer == answer); });
  if (rule == rules.end()) return std::nullopt;
  PloverClass found = rule->named;
  if (found.name == "CONSULT" && carried) found.mode = "third-party";
  return found;
}

}  // namespace parley
