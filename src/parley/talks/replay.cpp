#include "parley/talks/replay.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "parley/format/reader/scalars.h"
#include "parley/format/record/event_reader.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

/// What a correction says.
struct Correction {
  std::size_t at = 0;                ///< where it stands among all entries
  std::int64_t of = 0;               ///< that of the entry it corrects
  std::optional<std::string> event;  ///< as it should read; nothing: withdrawn
};

/// Nothing when the entry is no correction, or not one in form, which reading it will tell.
std::optional<Correction> correction_in(const Entry& entry, std::size_t at) {
  // Most entries are none, and are not worth taking apart twice.
  static constexpr std::string_view word = "correction";
  static const std::boyer_moore_horspool_searcher quickly(word.begin(), word.end());
  const bool has_word = std::search(entry.event.begin(), entry.event.end(), quickly) != entry.event.end();
  if (!has_word && entry.event.find('\\') == std::string::npos) return std::nullopt;
  const Json event = Json::parse(entry.event, nullptr, false);
  if (!event.is_object() || event.value("kind", Json()) != "correction") return std::nullopt;
  const Json of = event.value("of", Json());
  const auto number = of.is_string()           ? parse_whole(of.get_ref<const std::string&>())
                      : of.is_number_integer() ? std::optional(of.get<std::int64_t>())
                                               : std::nullopt;
  if (!number) return std::nullopt;
  Correction correction{at, *number, {}};
  if (const auto said = event.find("event"); said != event.end()) correction.event = said->dump();
  return correction;
}

bool is_opening(const Entry& entry) {
  if (entry.number != 1 || entry.event.find("opening") == std::string::npos) return false;
  const Json event = Json::parse(entry.event, nullptr, false);
  return event.is_object() && event.value("kind", Json()) == "opening";
}

void set_aside_talks(Case& base) {
  base.proposals.clear();
  base.responses.clear();
  base.approvals.clear();
  base.events.clear();
}

/// So many entries are taken apart at a time. A thread for fewer ends before a busy machine has found it a core.
constexpr std::size_t stretch_size = 16384;

/// Work on another thread; where there is none to be had, at the end of waiting for it.
template <typename Work>
std::future<void> started(const Work& work) {
  try {
    return std::async(std::launch::async, work);
  } catch (const std::system_error&) {
    return std::async(std::launch::deferred, work);
  }
}

/// In the order of the entries.
std::vector<Correction> corrections_among(std::span<const Entry> entries) {
  std::vector<Correction> found;
  const auto look = [&](std::size_t from, std::size_t to, std::vector<Correction>& into) {
    for (std::size_t at = from; at < to; ++at)
      if (auto correction = correction_in(entries[at], at)) into.push_back(std::move(*correction));
  };
  const std::size_t half = entries.size() <= stretch_size ? entries.size() : entries.size() / 2;
  std::vector<Correction> found_there;
  std::future<void> there;
  if (half < entries.size()) there = started([&] { look(half, entries.size(), found_there); });
  look(0, half, found);
  if (there.valid()) there.get();
  std::ranges::move(found_there, std::back_inserter(found));
  return found;
}

/// The corrections of a record, and the latest one of each entry that has one. Entries go by where they stand among
/// all.
class Corrections {
 public:
  Corrections(std::span<const Entry> entries, const Moment& moment)
      : entries_(entries), all_(corrections_among(entries)) {
    if (all_.empty()) return;
    in_.resize(entries.size());
    latest_.resize(entries.size());
    for (const Correction& correction : all_) in_[correction.at] = &correction;
    for (const Correction& correction : all_)
      if (counts_at(entries[correction.at], moment) && wrong_target(correction).empty())
        latest_[target_of(correction)] = &correction;
  }

  /// What the entry itself corrects; null: it is no correction.
  const Correction* in(std::size_t at) const { return in_.empty() ? nullptr : in_[at]; }

  /// The latest correction of an entry; null: it stands as it was entered.
  const Correction* of(std::size_t at) const { return latest_.empty() ? nullptr : latest_[at]; }

  /// Why a correction cannot correct what it says; empty: it can.
  std::string wrong_target(const Correction& correction) const {
    if (correction.of >= entries_[correction.at].number)
      return fmt::format("this corrects entry {}, which does not stand before it", correction.of);
    const std::size_t at = target_of(correction);
    if (at == entries_.size() || entries_[at].number != correction.of)
      return fmt::format("this corrects entry {}, which is not in the record", correction.of);
    if (in(at) != nullptr) return fmt::format("this corrects entry {}, which is a correction itself", correction.of);
    if (is_opening(entries_[at])) return "this corrects the opening of the record, on which all else stands";
    return {};
  }

 private:
  /// Where the entry stands that it corrects, if there is one of this number.
  std::size_t target_of(const Correction& correction) const {
    const auto found = std::ranges::lower_bound(entries_, correction.of, {}, &Entry::number);
    return static_cast<std::size_t>(found - entries_.begin());
  }

  std::span<const Entry> entries_;
  std::vector<Correction> all_;
  std::vector<const Correction*> in_;
  std::vector<const Correction*> latest_;
};

/// A stretch of a record, ready to be read.
struct Stretch {
  std::vector<std::size_t> places;  ///< among all entries, of those that have a line to be read
  std::vector<std::string_view> lines;
  EventBatch batch;

  void make(std::span<const Entry> entries, std::size_t from, std::size_t to, const Moment& moment,
            const Corrections& corrections) {
    places.clear();
    lines.clear();
    for (std::size_t at = from; at < to; ++at) {
      if (!counts_at(entries[at], moment)) continue;
      const Correction* corrected = corrections.of(at);
      std::string_view line = entries[at].event;
      if (corrected != nullptr) {
        if (!corrected->event) continue;
        line = *corrected->event;
      }
      places.push_back(at);
      lines.push_back(line);
    }
    batch.take_apart(lines);
  }
};

/// Hands out a record stretch by stretch; while one is being read, the next is made.
template <typename Take>
void each_stretch(std::span<const Entry> entries, const Moment& moment, const Corrections& corrections,
                  const Take& take) {
  Stretch now;
  Stretch next;
  std::size_t done = std::min(stretch_size, entries.size());
  now.make(entries, 0, done, moment, corrections);
  while (done < entries.size()) {
    const std::size_t end = std::min(done + stretch_size, entries.size());
    auto made = started([&] { next.make(entries, done, end, moment, corrections); });
    take(now);
    made.get();
    done = end;
    std::swap(now, next);
  }
  take(now);
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
  EventReader reader(std::move(base), entries.size());
  each_stretch(entries, moment, corrections, [&](Stretch& stretch) {
    for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
      const std::size_t at = stretch.places[i];
      const std::int64_t number = entries[at].number;
      Problems problems = reader.read(stretch.batch, i, number);
      const Correction* correction = corrections.in(at);
      if (correction != nullptr)
        if (std::string words = corrections.wrong_target(*correction); !words.empty())
          problems.push_back({{}, std::move(words), "name the number of an event before it"});
      if (problems.empty())
        result.told += correction == nullptr ? 1 : 0;
      else if (!moment.viewer)
        result.wrong.push_back({number, std::move(problems)});
      else
        result.hidden += correction == nullptr ? 1 : 0;
    }
  });
  result.value = std::move(reader).take();
  return result;
}

}  // namespace parley
