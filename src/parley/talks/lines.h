#pragma once

#include <array>
#include <istream>
#include <string>

namespace parley {

/// Reads a stream line by line; of a line that is too long only the beginning is kept.
class Lines {
 public:
  Lines(std::istream& in, std::size_t longest) : in_(in), longest_(longest) {}

  /// Goes on to the next line; false when there is none.
  bool next();
  const std::string& text() const { return text_; }  ///< without its end
  bool too_long() const { return too_long_; }

 private:
  bool fill();

  std::istream& in_;
  std::size_t longest_;
  std::string text_;
  bool too_long_ = false;
  std::array<char, 65536> buffer_{};
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace parley
