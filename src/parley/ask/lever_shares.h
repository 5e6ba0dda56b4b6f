#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "parley/ask/share.h"
#include "parley/case/case.h"
#include "parley/model/reading/readings.h"

namespace parley {

/// In what share of the readings somebody consents to a text, and how that differs from the case as it is. The same
/// readings are looked at in both, so that the difference is counted reading by reading.
struct LeverShare {
  ReadingShare share;
  std::uint32_t gained = 0;  ///< readings in which consent is new
  std::uint32_t lost = 0;    ///< readings in which consent is gone
  /// (gained - lost) / readings, and where the difference over all readings lies: the 95 % interval of Agresti and Min
  /// (2005, Statistics in Medicine 24) for matched pairs. Where nothing is unknown both ends are the difference.
  double shift = 0;
  double shift_low = 0, shift_high = 0;
};

struct LeverShares {
  std::vector<LeverShare> parties;
  LeverShare everyone;  ///< all parties at once, counted reading by reading
  /// Whether somebody consents in other readings than in the case as it is.
  bool moved() const;
};

/// Why no share is given.
enum class NoShares {
  given,
  no_grounds,  ///< nothing that a source says bounds some party's thresholds: a share would be one of guesses
  too_few,     ///< hardly any of the readings drawn agree with what was said in the talks
  stopped,
};

/// Readings of a case as it is that agree with what was said in the talks, and the same readings with levers pulled:
/// what was accepted and refused tells of the case as it was then, so it narrows the readings before a lever changes
/// them. Numbers that a lever does not touch stay what they are in each reading.
class LeverReadings {
 public:
  LeverReadings(const Case& c, Date as_of, const ReadingOptions& options);

  NoShares none() const { return none_; }
  std::size_t agreeing() const { return agreeing_; }
  /// Nothing is unknown in the case as it is.
  bool exact() const { return known_; }

  /// Consent to a package in a changed case, against the first call, which is for the case as it is.
  std::optional<LeverShares> shares(const Case& changed, const Package& package);

 private:
  using Bits = std::vector<bool>;
  LeverShare share_of(const Bits& consenting, const Bits& before, bool known) const;
  void keep_agreeing(const Case& c, const Readings& free, const std::vector<TalksCondition>& conditions);

  Date as_of_;
  ReadingOptions options_;
  NoShares none_ = NoShares::given;
  bool known_ = false;
  std::vector<bool> agrees_;
  std::size_t agreeing_ = 0;
  std::vector<Bits> before_;  ///< for each party, then everyone
};

}  // namespace parley
