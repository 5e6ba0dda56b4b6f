#include "moment.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <sstream>

#include "failure.h"
#include "parley/case/date.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

std::optional<std::chrono::sys_seconds> time_of_day(const std::string& text) {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  char colon = 0;
  char other = 0;
  char zone = 0;
  std::istringstream in(text);
  if (!(in >> hours >> colon >> minutes >> other >> seconds >> zone) || colon != ':' || other != ':' || zone != 'Z' ||
      in.peek() != std::istringstream::traits_type::eof())
    return std::nullopt;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return std::nullopt;
  return std::chrono::sys_seconds{std::chrono::hours{hours} + std::chrono::minutes{minutes} +
                                  std::chrono::seconds{seconds}};
}

}  // namespace

std::chrono::sys_seconds parse_moment(const std::string& text) {
  const auto t = text.find('T');
  const auto date = parse_date(text.substr(0, t));
  if (date && t == std::string::npos)
    return std::chrono::sys_seconds{last_day_of(*date).day + std::chrono::days{1}} - std::chrono::seconds{1};
  if (date && !date->month_only)
    if (const auto time = time_of_day(text.substr(t + 1))) return date->day + time->time_since_epoch();
  throw Failure(Exit::wrong_call, printable(text) + " is no moment; write it as 2024-03-26 or 2024-03-26T09:30:00Z");
}

std::string moment_text(std::chrono::sys_seconds moment) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(moment.time_since_epoch().count()));
}

}  // namespace parley::cli
