#pragma once

#include <cstddef>
#include <vector>

#include "parley/ask/reading_sets.h"

namespace parley {

/// Something that could be asked, and what knowing it is worth.
struct Inquiry {
  enum class Kind {
    figure,   ///< where about an unknown lies
    consent,  ///< whether a principal could consent to a package
  };
  Kind kind = Kind::figure;
  int unknown = -1;          ///< figure: index into Readings::unknowns
  int candidate = -1;        ///< consent: which of the packages
  Actor who;                 ///< whom it is about, and who can tell
  std::vector<int> through;  ///< third parties that could ask: those with a channel to it, by their ids
  double bits = 0;           ///< by how much the doubt is expected to fall, once it is answered
};

/// What to ask next.
struct Agenda {
  double doubt = 0;                ///< in bits, 0 to 1: the mean over the packages of the entropy of everyone's consent
  std::vector<Inquiry> inquiries;  ///< most is learnt from the first; those that nothing can be learnt from left out
};

/// The value of an answer is the expected fall of the doubt: the mutual information of the answer and everyone's
/// consent, a mean over the packages (Lindley 1956, Annals of Mathematical Statistics 27). The answer to a figure is
/// taken to tell in which quarter of its readings it lies, or which of the things said is true. Estimated from the
/// readings, less the bias that so many bins have in so few readings (Miller 1955; (bins - 1) / (2 N ln 2) bits), and
/// left out where chance alone could show as much. `to` has who consents to each package, in the same readings.
Agenda agenda_of(const Case& c, const Readings& readings, const std::vector<ConsentIn>& to);

}  // namespace parley
