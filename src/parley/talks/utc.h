#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

/// "2024-03-24T12:00:00Z" (RFC 3339, UTC, years 0001 to 9999); nothing outside of these years.
std::optional<std::string> to_utc(std::chrono::sys_seconds time);

/// The same back; nothing on anything else.
std::optional<std::chrono::sys_seconds> parse_utc(std::string_view text);

}  // namespace parley
