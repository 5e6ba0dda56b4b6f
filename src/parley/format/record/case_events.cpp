#include "parley/format/record/case_events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "parley/case/date.h"
#include "parley/format/record/event_line.h"

namespace parley {
namespace {

struct Dated {
  std::optional<Date> date;
  std::string line;
};

Node word(std::string text) {
  Node node;
  node.quoted = true;
  node.text = std::move(text);
  return node;
}

std::optional<Date> date_in(const Node& event, std::string_view key) {
  const Node* date = event.find(key);
  return date != nullptr ? parse_date(date->text) : std::nullopt;
}

/// Undated ones last.
bool earlier(const std::optional<Date>& a, const std::optional<Date>& b) { return a && (!b || *a < *b); }

/// The event with its kind, and the id of a proposal, before its other keys.
Node with_kind(const Node& event, std::string kind, const std::string& id = {}) {
  Node whole = event;
  std::vector<Node::Entry> first;
  first.push_back({"kind", {}, word(std::move(kind))});
  if (!id.empty()) first.push_back({"id", {}, word(id)});
  whole.entries.insert(whole.entries.begin(), first.begin(), first.end());
  return whole;
}

/// The talks of a file in the order of their dates.
class Talks {
 public:
  explicit Talks(const Node& root) : root_(root) {
    if (const Node* proposals = root.find("proposals"))
      for (const Node::Entry& entry : proposals->entries) {
        const std::optional<Date> date = after(date_in(entry.value, "date"), entry.value.find("parent"));
        tabled_[entry.key] = date;
        all_.push_back({date, line_of(with_kind(entry.value, "proposal", entry.key))});
      }
    for (const Node& item : items_of("responses"))
      all_.push_back({after(date_in(item, "date"), item.find("to")), line_of(with_kind(item, "response"))});
    for (const Node& item : items_of("approvals"))
      all_.push_back({after(date_in(item, "asked"), item.find("to")), line_of(with_kind(item, "approval"))});
    for (const Node& item : items_of("events")) all_.push_back({date_in(item, "date"), line_of(item)});
    // Of one date the texts stand first, so that what is said of them comes after.
    std::ranges::stable_sort(all_, earlier, &Dated::date);
  }

  std::vector<Dated> all() && { return std::move(all_); }

 private:
  std::span<const Node> items_of(std::string_view block) const {
    const Node* node = root_.find(block);
    return node != nullptr ? std::span<const Node>(node->items) : std::span<const Node>();
  }

  /// Nothing is told before the text that it is about, whatever the file says about when: a month stands for its first
  /// day.
  std::optional<Date> after(std::optional<Date> date, const Node* text) const {
    const auto tabled = text != nullptr ? tabled_.find(text->text) : tabled_.end();
    return tabled != tabled_.end() && earlier(date, tabled->second) ? tabled->second : date;
  }

  const Node& root_;
  std::map<std::string, std::optional<Date>> tabled_;
  std::vector<Dated> all_;
};

}  // namespace

std::vector<std::string> events_of_case(std::string_view text) {
  std::vector<std::string> lines{R"({"kind":"opening","what":"the talks that the case file tells, and what follows"})"};
  if (const Yaml yaml = read_yaml(text); yaml.root)
    for (Dated& one : Talks(*yaml.root).all()) lines.push_back(std::move(one.line));
  return lines;
}

}  // namespace parley
