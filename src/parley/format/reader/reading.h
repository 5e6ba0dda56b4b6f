#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parley/case/case.h"
#include "parley/format/reader/problem_list.h"
#include "parley/format/yaml.h"

namespace parley {

/// The words of one kind that a file has introduced, such as the ids of its issues, by their index.
class Words {
 public:
  void add(std::string word) {
    index_.emplace(word, static_cast<int>(all_.size()));
    all_.push_back(std::move(word));
  }
  /// Forgets all but the first so many.
  void keep(std::size_t count) {
    for (; all_.size() > count; all_.pop_back()) index_.erase(all_.back());
  }
  /// -1 when the word is not known.
  int find(std::string_view word) const {
    const auto found = index_.find(word);
    return found == index_.end() ? -1 : found->second;
  }
  const std::vector<std::string>& all() const { return all_; }
  /// True the first time.
  bool first_complaint() const { return !std::exchange(complained_, true); }

 private:
  struct Hashed {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard looks for this name
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  std::vector<std::string> all_;
  std::unordered_map<std::string, int, Hashed, std::equal_to<>> index_;
  mutable bool complained_ = false;
};

/// The case that is being read, the words known so far, and the problems met.
struct Reading {
  Case value;
  Words sources, phases, parties, third_parties, issues, proposals;
  std::vector<Words> principals;  ///< for each party
  std::vector<Words> options;     ///< for each issue, empty where options are numbers
  std::vector<Words> stances;     ///< for each third party
  ProblemList problems;
  std::int64_t entry = 0;  ///< number of the entry that is being read, of a record; 0: a case file
  bool whole = true;       ///< nothing is missing from the case that its checks would miss
  /// What is read stands alone, so that each word that is not known is a problem. Else where no word of a kind is
  /// known, a whole part of the file is missing, and one complaint is enough.
  bool each_alone = false;

  // What a hostile file could multiply is counted over the whole case.
  std::size_t principal_count = 0, level_count = 0, option_value_count = 0, clause_bytes = 0;

  /// A problem that leaves a hole in the case: its checks would tell of the hole again, and are not made.
  void report(Place place, std::string message, std::string mend = {});
  /// A problem that leaves the case as sound as it was, such as a misspelt date.
  void report_aside(Place place, std::string message, std::string mend = {});
  /// A word that is not among the known ones: names the nearest of them, or all.
  void report_unknown(Place place, std::string_view what, std::string_view word, const std::vector<std::string>& known);
};

inline constexpr std::size_t most_entries = 1000;
/// Entries that are read beyond those that have a meaning, so that they can be named.
inline constexpr std::size_t spare_entries = 100;

/// "a list", "a block of keys", "nothing" or the text in quotes: what stands in a place, for messages.
std::string shown(const Node& node);

/// The values of a list; empty, with a problem, when something else stands there. No node is an empty list.
std::span<const Node> read_items(Reading& r, const Node* node, std::string_view what, std::size_t most = most_entries);

/// The same, where a single value may stand for a list of one.
std::span<const Node> read_one_or_items(Reading& r, const Node* node, std::string_view what);

/// The entries of a block with keys of the author's choosing.
std::span<const Node::Entry> read_entries(Reading& r, const Node* node, std::string_view what,
                                          std::size_t most = most_entries);

/// The same for a block whose keys are ids that the file introduces: adds them to `words`.
std::span<const Node::Entry> read_named(Reading& r, const Node* node, std::string_view what, Words& words,
                                        std::size_t most = most_entries);

/// The index of a word that must be known; -1, with a problem, when it is not.
int find_word(Reading& r, std::string_view word, Place place, std::string_view what, const Words& words);

/// The same for the text of a node.
int read_word(Reading& r, const Node& node, std::string_view what, const Words& words);
int read_word(Reading& r, const Node& node, std::string_view what, const std::vector<std::string>& words);

/// The indices of a list of known words, each at most once.
std::vector<int> read_words(Reading& r, std::span<const Node> nodes, std::string_view what, const Words& words);

/// "war-cabinet" as a name to show: "war cabinet".
std::string name_from(std::string_view id);

}  // namespace parley
