#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/quantity.h"

namespace parley {

/// The six elements of a complete ceasefire text, after the United Nations' guidance on mediating ceasefires: a formal
/// written agreement that has a purpose and links to politics, a start and a review, an area, prohibited and permitted
/// acts, and monitoring or a way to resolve disputes.
enum class Element { written_agreement, purpose, start, area, acts, monitoring };
inline constexpr std::array elements{
    Element::written_agreement, Element::purpose, Element::start, Element::area, Element::acts, Element::monitoring};

/// What a clause sets up, as far as the kind of a text hangs on it: that fighting stops; mechanisms of compliance
/// (monitoring, verification, separation of forces, reporting); demobilisation; provisions on the issue in dispute.
enum class Provision { halt, monitoring, verification, separation, reporting, demobilisation, dispute };
inline constexpr std::array provisions{Provision::halt,       Provision::monitoring, Provision::verification,
                                       Provision::separation, Provision::reporting,  Provision::demobilisation,
                                       Provision::dispute};

/// The words of the case file: "start and review", "separation of forces".
std::string_view word_of(Element element);
std::string_view word_of(Provision provision);

/// A part of a tabled text. What stands in [brackets] is not agreed; [one | other] are alternatives, of which one is to
/// stand, and the words of a single alternative may also go.
struct Clause {
  std::string id;
  std::string heading;  ///< the name to show
  std::string words;    ///< on one line; often a paraphrase, see its source
  std::vector<int> issues;
  std::vector<Element> covers;
  std::vector<Provision> provides;
  Provenance from;

  bool bracketed() const { return words.find('[') != std::string::npos; }
};

/// The brackets of a clause's words, or what is wrong with them.
struct Brackets {
  std::vector<std::vector<std::string>> open;  ///< for each bracket its alternatives, without spaces at their ends
  bool whole = false;  ///< all the words stand in one bracket: whether there is such a clause is open
  std::string fault;   ///< empty when every bracket is closed, none is nested, none is empty
  std::string mend;
};
Brackets brackets_of(std::string_view words);

/// The index of the clause with this id, -1 when there is none.
int find_clause(const std::vector<Clause>& clauses, std::string_view id);

}  // namespace parley
