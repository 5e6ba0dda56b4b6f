#include "parley/format/genius/xml.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "parley/format/domain/domain.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_notes = 50;

/// Bytes 80 to 9F of Windows-1252; the others are as in Unicode.
constexpr std::array<std::uint16_t, 32> windows_1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                     0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& text, std::uint16_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6U);
    text += static_cast<char>(0x80 | (code & 0x3FU));
  } else {
    text += static_cast<char>(0xE0 | code >> 12U);
    text += static_cast<char>(0x80 | (code >> 6U & 0x3FU));
    text += static_cast<char>(0x80 | (code & 0x3FU));
  }
}

std::string_view without_plus(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
  return text;
}

void collect_issues(pugi::xml_node parent, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "issue")
      found.push_back(child);
    else if (name == "objective" || name == "utility_space")
      collect_issues(child, found);
  }
}

}  // namespace

XmlFile::XmlFile(std::string_view bytes) {
  if (bytes.size() > DomainLimits::bytes) {
    problems_.add({{},
                   fmt::format("the file has {} bytes, at most {} can be read", bytes.size(), DomainLimits::bytes),
                   "split it or leave out what is not needed"});
    return;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  text_ = bytes;
  if (!is_utf8(bytes) && !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) {
    text_ = from_windows_1252(bytes);
    note("the file is not UTF-8 and is read as Windows-1252");
  }
  places_.emplace(text_);
  if (const auto bad = find_bad_byte(text_)) {
    problems_.add({place_at(bad->offset), bad->message, bad->mend});
    return;
  }
  parse();
}

Place XmlFile::place_at(std::size_t offset) const { return places_ ? places_->at(offset) : Place{}; }

void XmlFile::parse() {
  const auto result =
      document_.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::xml_encoding::encoding_utf8);
  if (!result) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    const bool none = result.status == pugi::status_no_document_element;
    problems_.add(
        {place_at(none ? 0 : offset),
         none ? "this is no XML file" : fmt::format("the XML is not well-formed here: {}", result.description()),
         none ? "name a domain or profile of Genius" : "close what is open and quote what is to be quoted"});
    document_.reset();
    return;
  }
  check_depth();
}

/// Whoever reads on may walk the elements by recursion.
void XmlFile::check_depth() {
  int level = 0;
  for (pugi::xml_node node = document_.first_child(); node;) {
    if (level >= depth) {
      report(node, fmt::format("elements stand within elements {} deep, at most {} can be read", level + 1, depth),
             "take the inner ones out");
      document_.reset();
      return;
    }
    if (node.first_child()) {
      node = node.first_child();
      ++level;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --level;
    }
    if (node) node = node.next_sibling();
  }
}

void XmlFile::report(pugi::xml_node at, std::string message, std::string mend) {
  // The offset is that of the name, one after the "<".
  const std::ptrdiff_t offset = at.offset_debug() - (at.type() == pugi::node_element ? 1 : 0);
  const Place place = offset >= 0 ? place_at(static_cast<std::size_t>(offset)) : Place{};
  problems_.add({place, std::move(message), std::move(mend)});
}

void XmlFile::note(std::string text) {
  if (std::ranges::find(notes_, text) != notes_.end()) return;
  if (notes_.size() < most_notes)
    notes_.push_back(std::move(text));
  else
    ++notes_left_out_;
}

std::vector<std::string> XmlFile::take_notes() {
  if (notes_left_out_ > 0) notes_.push_back(fmt::format("and {} more remarks of this kind", notes_left_out_));
  return std::move(notes_);
}

std::string XmlFile::text_of(pugi::xml_node node, const char* attribute) {
  return one_line(node.attribute(attribute).value());
}

std::optional<std::int32_t> XmlFile::whole(pugi::xml_node node, const char* attribute) {
  const std::string text = text_of(node, attribute);
  const auto value = parse_whole_number(text);
  if (!value)
    report(node,
           text.empty() ? fmt::format("this {} has no '{}'", node.name(), attribute)
                        : fmt::format("'{}' is a whole number, here stands {}", attribute, in_quotes(text)),
           fmt::format("write {}=\"1\" or another whole number", attribute));
  return value;
}

std::optional<double> XmlFile::number(pugi::xml_node node, const char* attribute) {
  const std::string text = text_of(node, attribute);
  const auto value = parse_number(text);
  if (!value)
    report(node,
           text.empty() ? fmt::format("this {} has no '{}'", node.name(), attribute)
                        : fmt::format("'{}' is a number, here stands {}", attribute, in_quotes(text)),
           fmt::format("write {}=\"0.5\" or another number", attribute));
  return value;
}

std::optional<double> parse_number(std::string_view text) {
  text = without_plus(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int32_t> parse_whole_number(std::string_view text) {
  text = without_plus(text);
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append(text, byte >= 0x80 && byte < 0xA0 ? windows_1252.at(byte - 0x80U) : byte);
  }
  return text;
}

std::string in_small_letters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::vector<pugi::xml_node> issue_elements(pugi::xml_node root) {
  std::vector<pugi::xml_node> found;
  collect_issues(root, found);
  return found;
}

std::string issue_type(pugi::xml_node issue) {
  std::string type = XmlFile::text_of(issue, "type");
  if (type.empty()) type = XmlFile::text_of(issue, "vtype");
  return type.empty() ? "discrete" : in_small_letters(type);
}

std::string issue_called(pugi::xml_node issue) {
  const std::string index = XmlFile::text_of(issue, "index");
  const std::string name = XmlFile::text_of(issue, "name");
  return fmt::format("issue{}{}{}{}", index.empty() ? "" : " ", std::string_view(index).substr(0, 20),
                     name.empty() ? "" : " ", name.empty() ? "" : in_quotes(name));
}

}  // namespace parley
