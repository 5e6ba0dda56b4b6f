#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parley/format/domain/domain.h"
#include "parley/format/domain/figure.h"
#include "parley/format/reader/reading.h"

namespace parley {

/// What is met while a file of another tool is read: the problems, and what is left out or read otherwise.
struct DomainReading {
  ProblemList problems;
  std::vector<std::string> notes;

  void report(Place place, std::string message, std::string mend = {});
  /// A word that is not among the known ones: names the nearest of them, or all.
  void report_unknown(Place place, std::string_view what, std::string_view word, const std::vector<std::string>& known);
  /// At most twenty are kept.
  void note(std::string sentence);

  /// The value with its problems and notes, or only these when there are problems.
  template <class T>
  Imported<T> finish(T value) {
    Imported<T> imported;
    if (problems.empty()) imported.value = std::move(value);
    imported.problems = problems.take();
    imported.notes = std::move(notes);
    return imported;
  }
};

/// The bytes as a tree whose root is a block of keys; nothing, with problems, when they are none. JSON is read as the
/// YAML that it is, lenient where no meaning is in doubt (a comma too many). Domain files have no limits of their own
/// but those of read_yaml.
std::optional<Node> read_tree(DomainReading& r, std::string_view bytes);

/// The value of a key that must be there; null, with a problem, when it is not.
const Node* find_needed(DomainReading& r, const Node& block, std::string_view key);

/// Whether a block (a list) stands here; if not, that is reported. `what` begins the sentence: "the weights".
bool is_block(DomainReading& r, const Node& node, std::string_view what);
bool is_list(DomainReading& r, const Node& node, std::string_view what);

/// A finite number; `what` ends the sentence: "a weight".
std::optional<Figure> read_figure(DomainReading& r, const Node& node, std::string_view what);

/// The same as a utility. A figure that comes of reckoning is too large or fits, too.
std::optional<std::int64_t> read_utility(DomainReading& r, const Node& node, std::string_view what);
std::optional<std::int64_t> fit(DomainReading& r, const Figure& figure, Place place);

/// A text or number on its own, as the name of an option; nothing, with a problem, when it is none.
std::optional<std::string> read_label(DomainReading& r, const Node& node, std::string_view what);

/// Collects the issues of a domain, and reports what no domain may have: names that stand twice, too much of anything.
class IssueList {
 public:
  explicit IssueList(DomainReading& r) : r_(r) {}
  /// Options as they are written, the n-th at places[n] (or at `place` where there are no places).
  void add(std::string_view name, IssueKind kind, std::vector<std::string> options, Place place,
           const std::vector<Place>& places = {});
  /// The options that a list has, one by one; `place` is for what is wrong with all of them.
  void add_listed(std::string_view name, IssueKind kind, const Node& values, Place place);
  /// Whole numbers first, first + step, ... up to `last`.
  void add_numbers(std::string_view name, std::int64_t first, std::int64_t last, std::int64_t step, Place place);
  /// Numbers that need not be whole: the same, rounded to 10^-9 for their names.
  void add_figures(std::string_view name, const Figure& first, const Figure& last, const Figure& step, Place place);
  std::vector<Issue> take();

 private:
  bool accept(std::string_view name, std::size_t levels, Place place);
  void enter(std::string_view name, IssueKind kind, std::vector<std::string> options, Place place,
             const std::vector<Place>& places);

  DomainReading& r_;
  std::vector<Issue> issues_;
  std::vector<std::string> ids_;
  Words names_;
  std::size_t levels_ = 0;
};

/// The issues and options of a domain, found by their names.
class DomainWords {
 public:
  explicit DomainWords(const Domain& domain);
  const Domain& domain() const { return domain_; }
  /// The index; -1 when no issue is called so.
  int issue(std::string_view name) const { return issues_.find(name); }
  /// The level; where no option is written so, one that is the same number: 1 and 1.0.
  int option(int issue, std::string_view name) const;
  const std::vector<std::string>& issue_names() const { return issues_.all(); }

 private:
  const Domain& domain_;
  Words issues_;
  std::vector<Words> options_;
  std::vector<std::unordered_map<std::string, int>> numbers_;  ///< by the number in its lowest terms
};

/// The index of the issue that an entry of a profile names; -1, with a problem, when there is none.
int find_issue(DomainReading& r, const DomainWords& words, const Node::Entry& entry);

/// The level of an option; -1, with a problem, when the issue has none of that name.
int find_option(DomainReading& r, const DomainWords& words, int issue, std::string_view name, Place place);

/// Reports the names that were not seen, if any, behind what is said of them: "a weight is missing for 'A' and 'B'".
void report_missing(DomainReading& r, const std::vector<bool>& seen, const std::vector<std::string>& names, Place place,
                    std::string_view what);

/// "the issue 'Price'", for messages.
std::string the_issue(const Domain& domain, int issue);

/// Utilities of which every option is worth nothing, in the shape of the domain.
Utilities blank_utilities(const Domain& domain);

}  // namespace parley
