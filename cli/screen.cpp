#include "screen.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <clocale>
#include <cstdlib>
#include <string_view>

#include "output.h"

namespace parley::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

int width(bool on_terminal) {
  const std::string_view columns = environment("COLUMNS");
  int stated = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), stated);
  if (stated > 0) return stated;
  winsize size{};
  if (on_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return TextStyle().width;
}

}  // namespace

TextStyle style_for(const std::string& file, const std::string& colour) {
  const bool on_terminal = is_standard(file) && isatty(STDOUT_FILENO) != 0;
  TextStyle style;
  style.width = width(on_terminal);
  const bool wanted = on_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  style.colour = colour == "always" || (colour == "auto" && wanted);
  std::setlocale(LC_CTYPE, "");
  style.ascii = on_terminal && std::string_view(nl_langinfo(CODESET)) != "UTF-8";
  return style;
}

}  // namespace parley::cli
