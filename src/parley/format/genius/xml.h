#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parley/format/reader/problem_list.h"
#include "parley/format/text.h"

namespace parley {

/// An XML text taken apart, and what is wrong with it so far. Not to be copied or moved: places point into its text.
class XmlFile {
 public:
  static constexpr int depth = 64;  ///< of elements within elements

  explicit XmlFile(std::string_view bytes);
  XmlFile(const XmlFile&) = delete;
  XmlFile& operator=(const XmlFile&) = delete;

  /// The first element; empty when the text is no XML, which is then a problem already.
  pugi::xml_node root() const { return document_.document_element(); }
  void report(pugi::xml_node at, std::string message, std::string mend = {});
  /// The same note counts once; beyond the first fifty they are counted, not kept.
  void note(std::string text);

  bool sound() const { return problems_.empty(); }
  Problems take_problems() { return problems_.take(); }
  std::vector<std::string> take_notes();

  /// The attribute on one line, without white space at its ends; empty when it is missing.
  static std::string text_of(pugi::xml_node node, const char* attribute);
  /// The attribute as a whole number of 32 bits, as Genius keeps them; what else stands there is a problem.
  std::optional<std::int32_t> whole(pugi::xml_node node, const char* attribute);
  /// The attribute as a finite number; what else stands there is a problem.
  std::optional<double> number(pugi::xml_node node, const char* attribute);

 private:
  void parse();
  void check_depth();
  Place place_at(std::size_t offset) const;  ///< none when the file was not looked at

  std::string text_;
  std::optional<PlaceFinder> places_;
  pugi::xml_document document_;
  ProblemList problems_;
  std::vector<std::string> notes_;
  std::size_t notes_left_out_ = 0;
};

/// A number as Java reads it, but finite.
std::optional<double> parse_number(std::string_view text);
/// 32 bits, as Genius keeps them.
std::optional<std::int32_t> parse_whole_number(std::string_view text);

/// Windows-1252 as UTF-8; the five bytes without a meaning there become U+FFFD.
std::string from_windows_1252(std::string_view bytes);

/// A to Z only: Genius compares the words of the format without regard to case.
std::string in_small_letters(std::string text);

/// The issue elements of a domain or profile in the order of the file, through all objectives.
std::vector<pugi::xml_node> issue_elements(pugi::xml_node root);

/// Its type in small letters: that of `type`, else of `vtype`, else "discrete".
std::string issue_type(pugi::xml_node issue);

/// "issue 3 'Price'", as messages name an issue element.
std::string issue_called(pugi::xml_node issue);

}  // namespace parley
