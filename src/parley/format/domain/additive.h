#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/format/domain/domain.h"
#include "parley/format/domain/figure.h"

namespace parley {

/// Utilities as formats have them that know but a weight for each issue and a value for each option:
///   u(x) = sum over issues of weight times value, the weights adding up to exactly 1, the values between 0 and 1.
struct AdditiveForm {
  std::vector<std::string> weights;                ///< for each issue, as decimals
  std::vector<std::vector<std::string>> values;    ///< for each issue and option, as decimals
  std::optional<std::int64_t> reservation;         ///< on the scale of this form
  std::vector<std::vector<std::int64_t>> options;  ///< what the decimals come to, in whole 10^-9
};

/// Utilities that lie between 0 and 1 keep the worth of each package: their parts are shared out anew where need be (a
/// base goes to the first issue), and weight times value is each part to 10^-9, mostly exactly. Others are shifted and
/// divided. Combinations of several issues, a discount, and that scaling are told in `lost`, which begins each sentence
/// with the party's name; `format` is the name of the format.
AdditiveForm additive_form(const Utilities& utilities, const std::string& party, const std::string& format,
                           std::vector<std::string>& lost);

/// A text as JSON has it, which is also a text of YAML.
std::string json_text(const std::string& text);

/// File names without their ends, of letters, digits and hyphens, no two alike, for the domain (first) and the parties.
std::vector<std::string> file_stems(const std::string& name,
                                    const std::vector<std::pair<std::string, Utilities>>& profiles);

}  // namespace parley
