#pragma once

#include <chrono>
#include <string>

namespace parley::cli {

/// The end of a day ("2024-03-26"), month or part of one, or a moment as the record shows it ("2024-03-26T09:30:00Z"),
/// all in UTC. Throws Failure on anything else.
std::chrono::sys_seconds parse_moment(const std::string& text);

}  // namespace parley::cli
