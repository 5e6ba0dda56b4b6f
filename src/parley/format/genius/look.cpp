#include "parley/format/genius/genius.h"

namespace parley {
namespace {

bool begins(std::string_view text, std::string_view name) {
  if (!text.starts_with(name)) return false;
  text.remove_prefix(name.size());
  return text.empty() || text.find_first_of(" \t\r\n/>") == 0;
}

/// What follows the next `end`, or nothing.
std::string_view after(std::string_view text, std::string_view end) {
  const auto at = text.find(end);
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + end.size());
}

}  // namespace

GeniusFile what_genius_file(std::string_view bytes) {
  while (true) {
    bytes = after(bytes, "<");
    if (bytes.empty()) return GeniusFile::neither;
    if (bytes.starts_with("!--")) {
      bytes = after(bytes.substr(3), "-->");
    } else if (bytes.starts_with('?')) {
      bytes = after(bytes, "?>");
    } else if (!bytes.starts_with('!')) {
      break;
    }
  }
  if (begins(bytes, "negotiation_template")) return GeniusFile::domain;
  return begins(bytes, "utility_space") ? GeniusFile::profile : GeniusFile::neither;
}

}  // namespace parley
