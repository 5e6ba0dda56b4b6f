#include "moment.h"

#include "failure.h"
#include "parley/case/date.h"
#include "parley/render/text.h"
#include "parley/talks/utc.h"

namespace parley::cli {

std::chrono::sys_seconds parse_moment(const std::string& text) {
  if (const auto date = parse_date(text))
    return std::chrono::sys_seconds{last_day_of(*date).day + std::chrono::days{1}} - std::chrono::seconds{1};
  if (const auto moment = parse_utc(text)) return *moment;
  throw Failure(Exit::wrong_call, printable(text) + " is no moment; write it as 2024-03-26 or 2024-03-26T09:30:00Z");
}

}  // namespace parley::cli
