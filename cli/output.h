#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::cli {

/// Whether a file named on the command line means standard input or output.
bool is_standard(const std::string& file);

/// Everything that stands on standard input, at most `limit` bytes of it.
std::string read_standard_input(std::size_t limit);

/// The same from a file. Throws Failure when it cannot be read.
std::string read_file(const std::string& file, std::size_t limit);

/// Writes to standard output. A reader that has gone away (`parley zone CASE | head`) has had what it wanted: the
/// program ends at once, answered.
void print(std::string_view text);

/// Writes to standard error as far as that is possible: where it is not, nobody is there to be told.
void complain(std::string_view text);

/// Writes a file as a whole or not at all: beside its place first, then renamed into it, so that neither an interrupt
/// nor a full disk leaves half an answer. `-` and nothing mean standard output.
/// Throws Failure, also when the file is the case itself.
void write_file(const std::string& file, std::string_view text, const std::string& case_file = {});

/// The same for what is written bit by bit, too much to hold in memory.
void write_file(const std::string& file, const std::function<void(std::ostream&)>& write);

/// Throws Failure when two of these files, which all take an answer, are one: only the second answer would be left.
void expect_different_files(const std::vector<std::optional<std::string>>& files);

/// Writes a file that must not exist yet.
void write_new_file(const std::string& file, std::string_view text);

}  // namespace parley::cli
