#include "parley/ask/lever_shares.h"

#include <algorithm>
#include <cmath>

#include "parley/ask/completions.h"
#include "parley/ask/grounds.h"
#include "parley/ask/reading_sets.h"
#include "parley/at.h"

namespace parley {
namespace {

/// Fewer readings than these say too little.
constexpr std::size_t fewest = 100;

/// One flag for each of `count` readings; where all readings are alike, the one flag for all of them.
std::vector<bool> flags_of(const ReadingSet& set, std::size_t count) {
  std::vector<bool> flags(count);
  for (std::size_t j = 0; j < count; ++j) flags[j] = set.test(set.size() == 1 ? 0 : j);
  return flags;
}

const ReadingSet& consent_of(const ConsentIn& consent, const Actor& who) {
  return who.principal < 0 ? consent.parties[at(who.party)] : consent.principals[at(who.party)][at(who.principal)];
}

/// The readings that agree with what somebody said to a text; all of them when its completions are too many.
std::optional<ReadingSet> agreeing_with(const TalksCondition& condition, const ConsentByReading& consent,
                                        const CompletionSet& completions) {
  if (!completions.all) return std::nullopt;
  std::optional<ReadingSet> found;
  for (const Package& package : completions.packages) {
    const ConsentIn in = consent.to(package);
    const ReadingSet& one = consent_of(in, condition.who);
    if (!found)
      found = one;
    else if (condition.accepted)
      *found |= one;
    else
      *found &= one;
  }
  if (found && !condition.accepted) found->flip();
  return found;
}

ReadingOptions freely(ReadingOptions options) {
  options.heed_talks = false;
  return options;
}

}  // namespace

bool LeverShares::moved() const {
  const auto differs = [](const LeverShare& share) { return share.gained + share.lost > 0; };
  return differs(everyone) || std::ranges::any_of(parties, differs);
}

LeverReadings::LeverReadings(const Case& c, Date as_of, const ReadingOptions& options)
    : as_of_(as_of), options_(options) {
  const std::vector<TalksCondition> conditions = draw_readings(c, as_of, options).conditions;
  const Readings free = draw_readings(c, as_of, freely(options));
  known_ = free.unknowns.empty();
  if (free.count == 0 || options.stop.stop_requested()) {
    none_ = NoShares::stopped;
    return;
  }
  const auto grounds = grounds_of(c, as_of, conditions);
  if (!known_ && std::ranges::count(grounds, Grounds::none, &PartyGrounds::grounds) > 0) {
    none_ = NoShares::no_grounds;
    return;
  }
  agrees_.assign(known_ ? options.count : free.count, true);
  if (!known_) keep_agreeing(c, free, conditions);
  agreeing_ = static_cast<std::size_t>(std::ranges::count(agrees_, true));
  if (agreeing_ < std::min(fewest, agrees_.size())) none_ = NoShares::too_few;
}

void LeverReadings::keep_agreeing(const Case& c, const Readings& free, const std::vector<TalksCondition>& conditions) {
  const ConsentByReading consent(c, free);
  const Model model = compile(c, as_of_);
  for (const TalksCondition& condition : conditions) {
    if (!condition.used) continue;
    const auto agreeing = agreeing_with(condition, consent, completions_of(c, model, condition.proposal));
    if (!agreeing) continue;
    for (std::size_t j = 0; j < agrees_.size(); ++j) agrees_[j] = agrees_[j] && agreeing->test(j);
  }
}

LeverShare LeverReadings::share_of(const Bits& consenting, const Bits& before, bool known) const {
  LeverShare result;
  std::size_t in = 0;
  for (std::size_t j = 0; j < agrees_.size(); ++j) {
    if (!agrees_[j]) continue;
    in += consenting[j] ? std::size_t{1} : std::size_t{0};
    if (consenting[j] && !before[j]) ++result.gained;
    if (before[j] && !consenting[j]) ++result.lost;
  }
  const auto n = static_cast<double>(agreeing_);
  result.share = share_of_draws(in, agreeing_, n);
  const double difference = static_cast<double>(result.gained) - static_cast<double>(result.lost);
  result.shift = result.shift_low = result.shift_high = difference / n;
  if (known && known_) {
    result.share.low = result.share.high = result.share.share;
    return result;
  }
  constexpr double z = 1.959963984540054;
  const double pairs = n + 2;
  const double discordant = static_cast<double>(result.gained) + static_cast<double>(result.lost) + 1;
  const double reach = z * std::sqrt(std::max(0.0, discordant - difference * difference / pairs)) / pairs;
  result.shift_low = std::clamp(difference / pairs - reach, -1.0, result.shift);
  result.shift_high = std::clamp(difference / pairs + reach, result.shift, 1.0);
  return result;
}

std::optional<LeverShares> LeverReadings::shares(const Case& changed, const Package& package) {
  if (none_ != NoShares::given) return std::nullopt;
  const Readings readings = draw_readings(changed, as_of_, freely(options_));
  const bool known = readings.unknowns.empty();
  if (readings.count == 0 || (!known && readings.count < agrees_.size())) return std::nullopt;
  const ConsentIn consent = ConsentByReading(changed, readings).to(package);
  std::vector<Bits> now;
  for (const ReadingSet& party : consent.parties) now.push_back(flags_of(party, agrees_.size()));
  now.push_back(flags_of(consent.everyone, agrees_.size()));
  if (before_.empty()) before_ = now;
  LeverShares result;
  for (std::size_t p = 0; p + 1 < now.size(); ++p) result.parties.push_back(share_of(now[p], before_[p], known));
  result.everyone = share_of(now.back(), before_.back(), known);
  return result;
}

}  // namespace parley
