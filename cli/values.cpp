#include "values.h"

#include <fmt/core.h>

#include <charconv>

namespace parley::cli {

std::function<std::string(const std::string&)> whole_number(std::uint64_t least, std::uint64_t most) {
  return [least, most](const std::string& text) -> std::string {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (whole && number >= least && number <= most) return "";
    return fmt::format("{} is no whole number from {} to {}", text, least, most);
  };
}

void add_date(CLI::App& command, const std::string& name, std::optional<Date>& date, const std::string& description) {
  command
      .add_option_function<std::string>(
          name,
          [name, &date](const std::string& text) {
            date = parse_date(text);
            if (!date)
              throw CLI::ValidationError(name, text + " is no date; write it as 2024-03-26, 2024-03 or late 2024-03");
          },
          description)
      ->option_text("DATE");
}

}  // namespace parley::cli
