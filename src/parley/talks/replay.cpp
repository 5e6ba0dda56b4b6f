#include "parley/talks/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>
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
  Correction correction{entry.number, *number, {}};
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

/// So many entries are taken apart at a time; with fewer, another thread is not worth its start.
constexpr std::size_t stretch_size = 1024;

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
  const auto look = [](std::span<const Entry> some, std::vector<Correction>& into) {
    for (const Entry& entry : some)
      if (auto correction = correction_in(entry)) into.push_back(std::move(*correction));
  };
  const std::size_t here = entries.size() <= stretch_size ? entries.size() : entries.size() / 2;
  std::vector<Correction> found_there;
  std::future<void> there;
  if (here < entries.size()) there = started([&] { look(entries.subspan(here), found_there); });
  look(entries.first(here), found);
  if (there.valid()) there.get();
  std::ranges::move(found_there, std::back_inserter(found));
  return found;
}

/// The corrections of a record, and the latest one of each entry that has one.
class Corrections {
 public:
  Corrections(std::span<const Entry> entries, const Moment& moment) : entries_(entries) {
    for (Correction& correction : corrections_among(entries)) all_.emplace(correction.number, std::move(correction));
    if (all_.empty()) return;
    for (const Entry& entry : entries) {
      const Correction* correction = in(entry.number);
      if (correction != nullptr && counts_at(entry, moment) && wrong_target(*correction).empty())
        latest_[correction->of] = correction;
    }
  }

  /// What the entry itself corrects; null: it is no correction.
  const Correction* in(std::int64_t number) const {
    const auto found = all_.find(number);
    return found != all_.end() ? &found->second : nullptr;
  }

  /// The latest correction of an entry; null: it stands as it was entered.
  const Correction* of(std::int64_t number) const {
    const auto found = latest_.find(number);
    return found != latest_.end() ? found->second : nullptr;
  }

  /// Why a correction cannot correct what it says; empty: it can.
  std::string wrong_target(const Correction& correction) const {
    if (correction.of >= correction.number)
      return fmt::format("this corrects entry {}, which does not stand before it", correction.of);
    const auto at = std::ranges::lower_bound(entries_, correction.of, {}, &Entry::number);
    if (at == entries_.end() || at->number != correction.of)
      return fmt::format("this corrects entry {}, which is not in the record", correction.of);
    if (in(correction.of) != nullptr)
      return fmt::format("this corrects entry {}, which is a correction itself", correction.of);
    if (is_opening(*at)) return "this corrects the opening of the record, on which all else stands";
    return {};
  }

 private:
  std::span<const Entry> entries_;
  std::unordered_map<std::int64_t, Correction> all_;
  std::unordered_map<std::int64_t, const Correction*> latest_;
};

/// A stretch of a record, ready to be read.
struct Stretch {
  std::vector<std::int64_t> numbers;  ///< of the entries that have a line to be read
  std::vector<std::string_view> lines;
  EventBatch batch;

  void make(std::span<const Entry> entries, const Moment& moment, const Corrections& corrections) {
    numbers.clear();
    lines.clear();
    for (const Entry& entry : entries) {
      if (!counts_at(entry, moment)) continue;
      const Correction* corrected = corrections.of(entry.number);
      if (corrected != nullptr && !corrected->event) continue;
      numbers.push_back(entry.number);
      lines.emplace_back(corrected != nullptr ? *corrected->event : entry.event);
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
  for (bool first = true; first || !entries.empty(); first = false) {
    const auto of_next = entries.first(std::min(stretch_size, entries.size()));
    entries = entries.subspan(of_next.size());
    if (first) {
      next.make(of_next, moment, corrections);
    } else {
      auto made = started([&] { next.make(of_next, moment, corrections); });
      take(now);
      made.get();
    }
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
      const std::int64_t number = stretch.numbers[i];
      Problems problems = reader.read(stretch.batch, i, number);
      const Correction* correction = corrections.in(number);
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
