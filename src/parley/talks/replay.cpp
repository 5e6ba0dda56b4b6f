#include "parley/talks/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "parley/format/reader/scalars.h"
#include "parley/format/record/event_reader.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

/// What a correction says.
struct Correction {
  std::int64_t number = 0;           ///< its own
  std::int64_t of = 0;               ///< that of the entry it corrects
  std::optional<std::string> event;  ///< as it should read; nothing: withdrawn
};

/// Nothing when the entry is no correction, or not one in form, which reading it will tell.
std::optional<Correction> correction_in(const Entry& entry) {
  // Most entries are none, and are not worth taking apart twice.
  if (entry.event.find("\"correction\"") == std::string::npos) return std::nullopt;
  const Json event = Json::parse(entry.event, nullptr, false);
  if (!event.is_object() || event.value("kind", Json()) != "correction") return std::nullopt;
  const Json of = event.value("of", Json());
  const auto number = of.is_string()           ? parse_whole(of.get_ref<const std::string&>())
                      : of.is_number_integer() ? std::optional(of.get<std::int64_t>())
                                               : std::nullopt;
  if (!number) return std::nullopt;
  Correction correction{entry.number, *number, {}};
  if (const auto said = event.find("event"); said != event.end()) correction.event = said->dump();
  return correction;
}

/// The latest correction of each entry that has one.
class Corrections {
 public:
  Corrections(std::span<const Entry> entries, const Moment& moment) {
    for (const Entry& entry : entries) {
      if (!counts_at(entry, moment)) continue;
      if (auto correction = correction_in(entry)) latest_[correction->of] = std::move(*correction);
    }
  }

  const Correction* of(std::int64_t number) const {
    const auto found = latest_.find(number);
    return found != latest_.end() ? &found->second : nullptr;
  }

 private:
  std::unordered_map<std::int64_t, Correction> latest_;
};

bool is_opening(const Entry& entry) {
  if (entry.number != 1 || entry.event.find("\"opening\"") == std::string::npos) return false;
  const Json event = Json::parse(entry.event, nullptr, false);
  return event.is_object() && event.value("kind", Json()) == "opening";
}

void set_aside_talks(Case& base) {
  base.proposals.clear();
  base.responses.clear();
  base.approvals.clear();
  base.events.clear();
}

std::string wrong_target(const Correction& correction, std::span<const Entry> entries) {
  if (correction.of >= correction.number)
    return fmt::format("this corrects entry {}, which does not stand before it", correction.of);
  const auto at = std::ranges::lower_bound(entries, correction.of, {}, &Entry::number);
  if (at == entries.end() || at->number != correction.of)
    return fmt::format("this corrects entry {}, which is not in the record", correction.of);
  if (correction_in(*at)) return fmt::format("this corrects entry {}, which is a correction itself", correction.of);
  if (is_opening(*at)) return "this corrects the opening of the record, on which all else stands";
  return {};
}

}  // namespace

bool counts_at(const Entry& entry, const Moment& moment) {
  if (moment.known_by && entry.entered > *moment.known_by) return false;
  if (!moment.viewer || entry.audience.empty()) return true;
  return std::ranges::any_of(entry.audience, [&](const std::string& who) {
    return std::ranges::find(*moment.viewer, who) != moment.viewer->end();
  });
}

Replayed replay(Case base, std::span<const Entry> entries, const Moment& moment) {
  Replayed result;
  const Corrections corrections(entries, moment);
  if (!entries.empty() && is_opening(entries.front())) set_aside_talks(base);
  EventReader reader(std::move(base));
  const auto take = [&](const Entry& entry, std::string_view event) {
    Problems problems = reader.read(event);
    if (problems.empty())
      ++result.told;
    else if (moment.viewer)
      ++result.hidden;
    else
      result.wrong.push_back({entry.number, std::move(problems)});
  };
  for (const Entry& entry : entries) {
    if (!counts_at(entry, moment)) continue;
    if (const auto correction = correction_in(entry)) {
      Problems problems = reader.read(entry.event);
      if (std::string words = wrong_target(*correction, entries); !words.empty())
        problems.push_back({{}, std::move(words), "name the number of an event before it"});
      if (!problems.empty() && !moment.viewer) result.wrong.push_back({entry.number, std::move(problems)});
    } else if (const Correction* corrected = corrections.of(entry.number); !corrected || is_opening(entry)) {
      take(entry, entry.event);
    } else if (corrected->event) {
      take(entry, *corrected->event);
    }
  }
  result.value = std::move(reader).take();
  return result;
}

}  // namespace parley
