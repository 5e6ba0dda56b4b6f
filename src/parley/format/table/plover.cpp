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

std::string_view text_of(const Node& event, std::string_view key) {
  const Node* node = event.find(key);
  return node != nullptr ? std::string_view(node->text) : std::string_view();
}

}  // namespace

std::optional<PloverClass> plover_class(const Node& event) {
  const auto kind = text_of(event, "kind");
  const auto answer = text_of(event, "answer");
  const auto rule = std::ranges::find_if(
      rules, [&](const Rule& r) { return r.kind == kind && (r.answer.empty() || r.answer == answer); });
  if (rule == rules.end()) return std::nullopt;
  PloverClass found = rule->named;
  if (found.name == "CONSULT" && event.find("through") != nullptr) found.mode = "third-party";
  return found;
}

}  // namespace parley
