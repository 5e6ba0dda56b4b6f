#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace parley::cli {

/// Says what is wrong when the first word of a call is no command: the nearest command, or that a case file was given
/// without a question. Empty when the word is a command or an option.
std::string first_word_mistake(const CLI::App& app, const std::string& word);

/// Says what is wrong with a call that CLI11 refused, with the nearest option when one is unknown.
std::string mistake(const CLI::App& app, const CLI::ParseError& error);

}  // namespace parley::cli
