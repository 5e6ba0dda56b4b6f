#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/case.h"

namespace parley {

struct Node;

/// Lines of a record, taken apart but not yet read. To be used for one batch after another, since it uses its memory
/// again.
class EventBatch {
 public:
  EventBatch();
  EventBatch(EventBatch&&) noexcept;
  EventBatch& operator=(EventBatch&&) noexcept;
  ~EventBatch();

  /// In place of what it held. The text of the lines must last until they are read.
  void take_apart(std::span<const std::string_view> lines);

 private:
  friend class EventReader;
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads the events of a record against a case, one after another, and adds to the case what they say: texts,
/// responses, approvals, sources and what happened. Written as in a case file, with the same keys (docs/record.md):
/// what there stands in a list of responses here is an event with `kind: response`. An event may speak of any text or
/// source that the case or an earlier event has.
///
/// Lines can be taken apart ahead of their turn, on another thread: EventBatch.
class EventReader {
 public:
  /// `expected` events are to come; it only saves time.
  explicit EventReader(Case base, std::size_t expected = 0);
  EventReader(EventReader&&) noexcept;
  EventReader& operator=(EventReader&&) noexcept;
  ~EventReader();

  /// Reads an event as the record keeps it, one line of JSON. With problems, whose places are columns of the line,
  /// nothing is added. A correction only has its own form checked: what it corrects is for replay() to find. With the
  /// number of its entry, what is read says that it comes from there.
  Problems read(std::string_view line, std::int64_t entry = 0);
  /// The same for a line of a batch, each once.
  Problems read(EventBatch& batch, std::size_t line, std::int64_t entry = 0);

  struct Written {
    std::vector<std::string> lines;  ///< as the record keeps them: one line of JSON each
    Problems problems;               ///< with any, there are no lines and this reader should not be used further
  };
  /// Reads what an author wrote: YAML or JSON, one event or a list of them.
  Written read_written(std::string_view text);

  /// Reads an event that was taken from something else, such as a row of a table; problems have the places of its
  /// nodes. Even a wrong event counts for those that follow, so that one mistake is not told many times: with problems
  /// this reader should not be used for anything but finding more of them.
  Problems read_node(const Node& event);

  const Case& value() const;
  Case take() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Kinds of events in a record: those of a case file's events, and response, approval, proposal, source, correction and
/// opening.
const std::vector<std::string>& recorded_kinds();

}  // namespace parley
