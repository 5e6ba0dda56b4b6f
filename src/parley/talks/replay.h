#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/talks/entry.h"

namespace parley {

/// From where one looks at a record. What was true on a date is for the questions to ask (their as-of); this is about
/// what was known, and by whom.
struct Moment {
  std::optional<std::chrono::sys_seconds> known_by;  ///< only what had been entered by then, corrections too
  std::optional<std::vector<std::string>> viewer;    ///< only what is for everyone, or for one of these
};

/// A case as a record tells it.
struct Replayed {
  Case value;
  struct Wrong {
    std::int64_t number = 0;  ///< of the entry
    Problems problems;        ///< places are columns of its event
  };
  std::vector<Wrong> wrong;  ///< entries that contradict the case or what stands before them; they are left out
  std::int64_t told = 0;     ///< entries that count: seen, not withdrawn, not wrong; of a correction, the one corrected
  std::int64_t hidden = 0;   ///< entries that rest on what the viewer may not see; they are left out
};

/// Adds to a case what a record says, entry by entry in the order in which they were entered, each as its latest
/// correction has it. The base's own texts, responses, approvals and events stay, and the record goes on from them;
/// but a record that begins with an opening tells the talks from their start, and they are set aside.
/// Pure: the same entries and moment give the same case, whatever the store.
Replayed replay(Case base, std::span<const Entry> entries, const Moment& moment = {});

/// Whether an entry counts at a moment, corrections aside.
bool counts_at(const Entry& entry, const Moment& moment);

}  // namespace parley
