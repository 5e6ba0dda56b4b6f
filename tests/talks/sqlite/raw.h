#pragma once

#include <string>
#include <vector>

namespace parley {

/// What another program can do to a file: any SQL. Throws std::runtime_error with SQLite's words when it is refused.
void raw_sql(const std::string& path, const std::string& sql);

/// The first column of all rows, as text.
std::vector<std::string> raw_rows(const std::string& path, const std::string& sql);

/// Takes the triggers away, so that a test can do to a record what they refuse, and puts them back afterwards.
void raw_sql_without_triggers(const std::string& path, const std::string& sql);

}  // namespace parley
