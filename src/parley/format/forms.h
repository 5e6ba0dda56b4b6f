#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// A key that a block of the case file may have.
struct Key {
  std::string_view name;
  /// What stands there: the name of a form or of a plain value (see schema.cpp), or "map of X", "list of X",
  /// "one or list of X".
  std::string_view type;
  std::string_view help;
  bool required = false;
};

/// The keys of one kind of block: what the reader accepts, what error messages list, and what editors complete.
struct Form {
  std::string_view name;  ///< with its article in messages: "a proposal"
  std::string_view help;
  std::vector<Key> keys;

  std::vector<std::string> names() const;
};

/// Every form of the case file; the first is the whole file.
const std::vector<Form>& forms();

/// Forms that only a record has, not the case file.
const std::vector<Form>& record_forms();

/// Forms of a column map, which says what the columns of a table of events are (docs/record.md).
const std::vector<Form>& column_map_forms();

/// A form of any of these by its name, which must exist.
const Form& form(std::string_view name);

/// Kinds of events, in the order of Event::Kind.
const std::vector<std::string>& event_kinds();

/// What clauses may cover and provide, in the order of Element and Provision.
const std::vector<std::string>& element_words();
const std::vector<std::string>& provision_words();

/// Words that issues, options and stances cannot be called, since they mean something in the blocks where those stand.
const std::vector<std::string>& reserved_words();

}  // namespace parley
