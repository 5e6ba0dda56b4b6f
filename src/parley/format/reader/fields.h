#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parley/format/forms.h"
#include "parley/format/reader/reading.h"

namespace parley {

/// A block that is read against its form: whatever is not in the form, or missing from it, is reported on the way in.
/// Where nothing stands, the block is empty.
class Fields {
 public:
  Fields(Reading& r, const Node& node, std::string_view form_name, Place place);
  Fields(Reading& r, const Node& node, std::string_view form_name) : Fields(r, node, form_name, node.place) {}

  /// The value of a key of the form, or null when the block does not have it.
  const Node* find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  Place place() const { return place_; }
  /// Whether a block stands here at all; if not, that has been reported.
  bool is_block() const { return node_.kind == Node::Kind::mapping || node_.missing(); }

  /// The text under a key, on one line; the given one when there is none.
  std::string line(Reading& r, std::string_view key, std::string otherwise = {}) const;
  std::string text(Reading& r, std::string_view key) const;
  std::optional<Date> date(Reading& r, std::string_view key) const;

  /// The index of the id under a key; -1 when there is none.
  int word(Reading& r, std::string_view key, std::string_view what, const Words& words) const;

  /// Where the block comes from: its own 'from' and 'note', else the source that holds around it.
  Provenance from(Reading& r, const Provenance& around = {}) const;

 private:
  const Form& form_;
  const Node& node_;
  Place place_;
};

/// The same for 'from' and 'note' that stand beside keys of the author's choosing.
Provenance read_provenance(Reading& r, const Node& node, Place place, const Provenance& around);

}  // namespace parley
