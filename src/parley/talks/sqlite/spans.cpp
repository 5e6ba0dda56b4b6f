#include "parley/talks/sqlite/spans.h"

#include <cstdint>
#include <limits>

#include "parley/talks/sqlite/errors.h"

namespace parley::sqlite {
namespace {

constexpr std::size_t span_size = 8;
constexpr std::int32_t first_of_all = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t last_of_all = std::numeric_limits<std::int32_t>::max();

std::int32_t first_day(Date date) { return static_cast<std::int32_t>(date.day.time_since_epoch().count()); }
std::int32_t last_day(Date date) { return first_day(last_day_of(date)); }

void put(std::string& bytes, std::size_t at, std::int32_t day) {
  for (std::size_t i = 0; i < 4; ++i)
    bytes[at + i] = static_cast<char>(static_cast<std::uint32_t>(day) >> (8 * i) & 0xff);
}

std::int32_t get(std::string_view bytes, std::size_t at) {
  std::uint32_t day = 0;
  for (std::size_t i = 0; i < 4; ++i) day |= std::uint32_t{static_cast<std::uint8_t>(bytes[at + i])} << (8 * i);
  return static_cast<std::int32_t>(day);
}

}  // namespace

void set_span(std::string& spans, std::size_t place, std::optional<Date> date) {
  if (spans.size() < span_size * (place + 1)) spans.resize(span_size * (place + 1));
  put(spans, span_size * place, date ? first_day(*date) : first_of_all);
  put(spans, span_size * place + 4, date ? last_day(*date) : last_of_all);
}

Block within(std::string_view spans, std::optional<Date> since, std::optional<Date> until) {
  if (spans.size() > span_size * block_size || spans.size() % span_size != 0) {
    throw Damaged("the days of a block have an odd size");
  }
  const std::int32_t first = since ? first_day(*since) : first_of_all;
  const std::int32_t last = until ? last_day(*until) : last_of_all;
  Block found;
  for (std::size_t at = 0; at < spans.size(); at += span_size) {
    if (get(spans, at) >= first && get(spans, at + 4) <= last) found.add(at / span_size);
  }
  return found;
}

}  // namespace parley::sqlite
