#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/format/domain/domain.h"

namespace parley {

/// Reads and writes the XML files of Genius (Lin et al. 2014, Computational Intelligence 30(1), "Genius: an integrated
/// environment for supporting the design of generic automated negotiators"). What Genius makes of a file is the
/// reference. Any bytes end in bounded time and memory; nothing in a file is looked up or expanded.
///
/// Files that are not UTF-8 are read as Windows-1252, whatever they declare. Text and comments around the elements mean
/// nothing. XML that is not well-formed is refused, though Genius reads some of it.

/// What kind of file this is by its first element alone; a file may still be wrong.
enum class GeniusFile { domain, profile, neither };
GeniusFile what_genius_file(std::string_view bytes);

/// Reads a domain (negotiation_template). Issues come in the order of the file, those of nested objectives too, each
/// with the index that profiles know it by in Domain::numbers: indices need not start at 1 and may have gaps.
///   discrete (or no type): a choice; values that stand twice count once
///   integer: a count without unit, in steps of 1
///   real: a scale of 21 decimal numbers, both ends included, since Genius cuts real issues like that
Imported<Domain> read_genius_domain(std::string_view bytes);

/// Reads a profile (utility_space) of the domain. Issues are matched by index, not by name; the values of a discrete
/// issue by their text, not by index. Profiles carry a list of issues of their own: what the domain lacks is left out
/// with a note, but still counts where Genius divides by the largest evaluation.
///   linear, UNCERTAIN: u = min(1, sum of weight * evaluation). Weights are taken as they are; only those beside the
///     issue count, so that a weight for the objective that holds the issues does not.
///   nonlinear: u = min(1, sum of the hyper-rectangles that hold / maxutility); aggregation "sum" only
///   constraint: u = mean of rank / largest rank over the ranked issues, where the rules make no rank and no outcome 0
/// Where a sum exceeds 1, up to 1000 packages (kinds of packages that are worth the same) get a combination that takes
/// the excess away, exactly; beyond that the sum is left uncut with a note. Utilities are rounded to 10^-9 option by
/// option, so that sums within 10^-9 for each issue above 1 are left alone.
Imported<Utilities> read_genius_profile(std::string_view bytes, const Domain& domain);

/// Writes a domain and a profile for each party, which Genius (and read_genius_profile) reads back as the same
/// utilities. A profile is linear where it can be, with weight = largest gain of the issue and evaluation = gain;
/// where it cannot be, and all issues are integers, it is made of hyper-rectangles. What is left holds in no Genius
/// file: combinations are left out, and utilities outside 0 to 1 are shifted and scaled, all told in `lost`.
Exported write_genius(const std::string& name, const std::vector<Issue>& issues,
                      const std::vector<std::pair<std::string, Utilities>>& profiles);

}  // namespace parley
