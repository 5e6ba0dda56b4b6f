#include "parley/case/clause.h"

#include <algorithm>
#include <cstdlib>

namespace parley {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

Brackets faulty(std::string fault, std::string mend) { return {{}, false, std::move(fault), std::move(mend)}; }

}  // namespace

std::string_view word_of(Element element) {
  switch (element) {
    case Element::written_agreement:
      return "written agreement";
    case Element::purpose:
      return "purpose and politics";
    case Element::start:
      return "start and review";
    case Element::area:
      return "area";
    case Element::acts:
      return "acts";
    case Element::monitoring:
      return "monitoring or disputes";
  }
  std::abort();
}

std::string_view word_of(Provision provision) {
  switch (provision) {
    case Provision::halt:
      return "halt of fighting";
    case Provision::monitoring:
      return "monitoring";
    case Provision::verification:
      return "verification";
    case Provision::separation:
      return "separation of forces";
    case Provision::reporting:
      return "reporting";
    case Provision::demobilisation:
      return "demobilisation";
    case Provision::dispute:
      return "issue in dispute";
  }
  std::abort();
}

Brackets brackets_of(std::string_view words) {
  Brackets found;
  std::size_t at = 0;
  while ((at = words.find_first_of("[]", at)) != std::string_view::npos) {
    if (words[at] == ']') return faulty("closes a bracket that was never opened", "remove the ], or add its [");
    const auto end = words.find_first_of("[]", at + 1);
    if (end == std::string_view::npos) return faulty("opens a bracket and never closes it", "add the ]");
    if (words[end] == '[')
      return faulty("has a bracket within a bracket", "write the alternatives side by side: [one | other | third]");
    std::vector<std::string> alternatives;
    std::string_view rest = words.substr(at + 1, end - at - 1);
    for (auto bar = rest.find('|'); bar != std::string_view::npos; bar = rest.find('|')) {
      alternatives.push_back(trimmed(rest.substr(0, bar)));
      rest.remove_prefix(bar + 1);
    }
    alternatives.push_back(trimmed(rest));
    if (std::ranges::find(alternatives, "") != alternatives.end())
      return faulty("has a bracket with nothing in it",
                    "write the alternatives, [one | other], or [...] for words that are still to be found");
    found.open.push_back(std::move(alternatives));
    found.whole = trimmed(words.substr(0, at)).empty() && trimmed(words.substr(end + 1)).empty();
    at = end + 1;
  }
  return found;
}

int find_clause(const std::vector<Clause>& clauses, std::string_view id) {
  const auto found = std::ranges::find(clauses, id, &Clause::id);
  return found == clauses.end() ? -1 : static_cast<int>(found - clauses.begin());
}

}  // namespace parley
