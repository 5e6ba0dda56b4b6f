#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "parley/format/yaml.h"

namespace parley {

/// A tree as one line of JSON that reads back as the same tree: keys in their order, text in quotes; what is written
/// without quotes and is a whole number, true or false stays so.
std::string line_of(const Node& node);

/// Takes such lines apart, many times as fast as reading them as YAML, which they are as well. One for each thread.
class LineReader {
 public:
  LineReader();
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) noexcept;
  ~LineReader();

  /// Makes `tree` the tree of a line, without places; what it has in memory is used again. False, with anything in
  /// `tree`, when the line is no JSON, or has something that read_yaml() judges: a key twice or empty, a control
  /// character, a number with a point, deep nesting. Then it is to be read as YAML.
  bool read(std::string_view line, Node& tree);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a line is JSON at all.
bool is_json(std::string_view line);

}  // namespace parley
