#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "failure.h"
#include "interrupt.h"
#include "output.h"
#include "parley/format/points_file.h"
#include "parley/render/text.h"
#include "parley/solve/filter_points.h"
#include "progress.h"
#include "refuse.h"

namespace parley::cli {
namespace {

struct FilterCall {
  std::string file;
  std::string output;
  PointsColumns columns;
  FilterOptions options;
  bool json = false;
};

[[noreturn]] void cannot_read(const std::string& file, const std::string& why) {
  throw Failure(Exit::wrong_call, fmt::format("{} {}", printable(file), why));
}

std::string text_of(const std::string& file) {
  if (is_standard(file)) return read_standard_input(std::string().max_size());
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) cannot_read(file, "is a folder; name a file");
  if (!std::filesystem::exists(file, error)) cannot_read(file, "does not exist; check the name");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) cannot_read(file, "cannot be opened; check who may read it");
  std::string text;
  const auto size = std::filesystem::file_size(file, error);
  if (!error) text.reserve(size + 1);
  constexpr std::size_t part = 1 << 20;
  while (stream) {
    const auto before = text.size();
    text.resize(before + part);
    stream.read(text.data() + before, static_cast<std::streamsize>(part));
    text.resize(before + static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) cannot_read(file, "cannot be read; check the disk");
  return text;
}

/// The lines that stay, as they stand in the file.
std::string lines(const std::string& text, const PointsTable& table, const std::vector<std::size_t>& kept) {
  std::string out;
  const auto add = [&](std::size_t at) {
    out += line_at(text, at);
    out += '\n';
  };
  if (table.names_at) add(*table.names_at);
  for (const auto point : kept) add(table.points_at[point]);
  return out;
}

std::string json(const std::string& text, const PointsTable& table, const std::vector<std::size_t>& kept) {
  nlohmann::ordered_json answer;
  answer["question"] = "filter";
  answer["columns"] = table.names;
  answer["points"] = table.points();
  answer["kept"] = nlohmann::ordered_json::array();
  for (const auto point : kept)
    answer["kept"].push_back({{"point", point + 1}, {"line", line_at(text, table.points_at[point])}});
  return answer.dump(2) + "\n";
}

void filter(const FilterCall& call) {
  const std::string text = text_of(call.file);
  const auto read = read_points(text, call.columns);
  if (!read.value) refuse(call.file, read.problems);
  const auto dimensions = read.value->names.size();
  if (dimensions > most_filter_dimensions)
    throw Failure(Exit::wrong_call, fmt::format("{} columns are too many to compare; choose up to {} with --columns",
                                                dimensions, most_filter_dimensions));
  const auto stop = stop_on_interrupt();
  const Progress progress("Filtering points");
  const auto table = PointTable<std::int64_t>::rows(read.value->numbers, static_cast<int>(dimensions));
  const auto filtered = filter_points(table, call.options, stop);
  if (filtered.stopped) throw Failure(Exit::stopped, "");
  write_file(call.output, (call.json ? json : lines)(text, *read.value, filtered.kept), call.file);
}

}  // namespace

void add_filter(CLI::App& app) {
  auto call = std::make_shared<FilterCall>();
  CLI::App& command = *app.add_subcommand("filter", "The points of a table that no other beats or equals everywhere")
                           ->group("Beside them");
  command.add_option("FILE", call->file, "a table of numbers, one point a line; - reads standard input")
      ->required()
      ->option_text(" ");
  // CLI11 counts what its own delimiter splits, and would take the file for a further column.
  command
      .add_option_function<std::string>(
          "--columns", [call](const std::string& names) { call->columns.wanted = CLI::detail::split(names, ','); },
          "what to compare, by name or number from 1 (default: all)")
      ->option_text("NAME,NAME,...");
  command.add_option("--minimise", call->columns.minimised, "a column of which less is better; may be repeated")
      ->option_text("NAME")
      ->expected(1)
      ->take_all();
  command.add_flag("--duplicates", call->options.keep_duplicates, "of equal points all stay, not the first alone");
  command.add_flag("--json", call->json, "the answer for programs");
  command.add_option("-o,--output", call->output, "write the answer there, as a whole or not at all")
      ->option_text("FILE");
  command.footer(R"(More is better, unless --minimise says otherwise. Numbers are compared exactly as they are written.
Lines that stay are printed as they stand.

Examples:
  parley filter offers.csv                                     by all columns
  parley filter offers.csv --columns seller,buyer              by two of them
  parley filter offers.csv --columns price,quality --minimise price -o frontier.csv)");
  command.callback([call] { filter(*call); });
}

}  // namespace parley::cli
