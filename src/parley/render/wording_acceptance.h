#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/ask/acceptance.h"

namespace parley {

// What every page about shares of readings says in the same words.

/// Exact: "yes", "no"; "32 % (30 % to 34 %)" with its sampling error; "none seen (at most 0.09 %)",
/// "all seen (at least 99.9 %)".
std::string share_words(const ReadingShare& share);

/// What the shares are of, and what they are not.
std::string readings_words(const Acceptability& answer);

/// "its thresholds are 1 statement of River Gazette, C3, and 2 assumptions": what the shares of a party rest on.
std::string grounds_words(const Case& c, const PartyGrounds& grounds);
/// Which statement would allow a percentage.
std::string allowing_words(const Case& c, int party);

/// "Hamas rejected \"doha\" (News report, C3)".
std::string condition_words(const Case& c, const TalksCondition& condition);
/// The answers that no reading agrees with together.
std::string contradiction_words(const Case& c, const Acceptability& answer, const Contradiction& contradiction);

/// Who the figures are about: "everyone", or a party.
std::string consenting_words(const Case& c, const JudgedPackage& judged, int party);
/// "\"doha\"", "the package with the highest share".
std::string judged_name(const Case& c, const JudgedPackage& judged);

/// An unknown that has to lie otherwise than in all readings for consent, as columns of a table.
struct LeaningWords {
  std::string what;     ///< "weight of water to Upland"
  std::string must_be;  ///< "only if at most 25", "rather higher", "only if so", "rather not"
  std::string among;    ///< its mean, or share, where there is consent
  std::string all;      ///< and in all readings
  std::string range;    ///< nine of ten readings with consent; empty for a choice
};
LeaningWords leaning_words(const Case& c, const Acceptability& answer, const Leaning& leaning);
/// Why there is nothing to tell instead; empty when there is.
std::string no_view_words(const Acceptability& answer, const CentralView& view);

/// "weight of water to Upland", "whether Lowland could consent to \"delta text\"".
std::string inquiry_words(const Case& c, const Acceptability& answer, const Inquiry& inquiry);
/// "Lowland, through Harbour City".
std::string whom_words(const Case& c, const Inquiry& inquiry);
/// "0.12 bits".
std::string bits_words(double bits);

/// "No package has everyone's consent in more than 1,204 of 4,000 readings: proven over all packages."
std::string most_words(const Acceptability& answer);
/// What a package of the robust frontier is: "\"doha\"; Nash".
std::string robust_names(const Case& c, const RobustPackage& package);

}  // namespace parley
