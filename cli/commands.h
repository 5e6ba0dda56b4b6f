#pragma once

#include <CLI/CLI.hpp>

namespace parley::cli {

/// Each adds one command to the program, with its arguments, its help and what it does.
void add_check(CLI::App& app);
void add_standing(CLI::App& app);
void add_explain(CLI::App& app);
void add_texts(CLI::App& app);
void add_zone(CLI::App& app);
void add_amend(CLI::App& app);
void add_contention(CLI::App& app);
void add_window(CLI::App& app);
void add_acceptance(CLI::App& app);
void add_consent(CLI::App& app);
void add_levers(CLI::App& app);
void add_exchange(CLI::App& app);
void add_analyze(CLI::App& app);
void add_convert(CLI::App& app);
void add_filter(CLI::App& app);
void add_record(CLI::App& app);
void add_new(CLI::App& app);
void add_schema(CLI::App& app);
void add_completion(CLI::App& app);

}  // namespace parley::cli
