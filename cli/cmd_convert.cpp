#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "commands.h"
#include "failure.h"
#include "load_case.h"
#include "output.h"
#include "parley/ask/answer.h"
#include "parley/format/load.h"
#include "parley/model/flattened.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

namespace fs = std::filesystem;

struct ConvertCall {
  CaseSource from;
  std::string to;
  std::string format;
};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_case_file(const std::string& file) {
  const std::string ending = lower(fs::path(file).extension().string());
  return is_standard(file) || ending == ".yaml" || ending == ".yml";
}

/// The format that was asked for, else the one that the name of the output tells.
std::string format_of(const ConvertCall& call) {
  for (const std::string& name : written_formats())
    if (lower(name) == lower(call.format)) return name;
  if (is_case_file(call.to)) return "Parley";
  throw Failure(Exit::wrong_call,
                fmt::format("--to is missing: {} could be a folder of any format; write one of {}", printable(call.to),
                            lower(fmt::format("{}", fmt::join(written_formats(), ", ")))));
}

/// All files or none: they are written into a folder beside, which then takes its place.
void write_folder(const fs::path& folder, const std::vector<DomainFile>& files) {
  if (fs::exists(folder))
    throw Failure(Exit::wrong_call, fmt::format("{} is there already and stays as it is; name another folder",
                                                printable(folder.string())));
  const fs::path beside = fmt::format("{}.part", folder.string());
  std::error_code error;
  fs::create_directory(beside, error);
  if (error)
    throw Failure(Exit::wrong_call,
                  fmt::format("cannot make the folder {}: {}", printable(beside.string()), error.message()));
  try {
    for (const DomainFile& file : files) write_new_file((beside / file.name).string(), file.text);
    fs::rename(beside, folder);
  } catch (const fs::filesystem_error& failed) {
    fs::remove_all(beside, error);
    throw Failure(Exit::wrong_call,
                  fmt::format("cannot write {}: {}", printable(folder.string()), failed.code().message()));
  } catch (const Failure&) {
    fs::remove_all(beside, error);
    throw;
  }
}

void run(const ConvertCall& call) {
  const std::string format = format_of(call);
  const Case c = load_case(call.from);
  std::vector<std::string> lost;
  const Case flat = flattened(c, compile(c, default_date(c)), lost);
  Exported exported = write_domain(format, flat);
  lost.insert(lost.end(), exported.lost.begin(), exported.lost.end());
  const bool one_file = format == "Parley";
  if (one_file)
    write_file(call.to, exported.files.front().text, call.from.path);
  else
    write_folder(fs::path(call.to), exported.files);
  for (const std::string& what : lost) complain(fmt::format("not carried over: {}\n", printable(what)));
  if (!is_standard(call.to))
    complain(fmt::format("Wrote {} in the format of {}{}.\n", printable(call.to), format,
                         one_file ? "" : fmt::format(", {} files", exported.files.size())));
}

}  // namespace

void add_convert(CLI::App& app) {
  auto call = std::make_shared<ConvertCall>();
  CLI::App& command =
      *app.add_subcommand("convert", "Between Parley's case file and other tools' domains")->group("Beside them");
  add_case(command, call->from);
  command.add_option("OUT", call->to, "the case file, or the folder of a domain, to make")
      ->required()
      ->option_text(" ");
  const std::string formats = lower(fmt::format("{}", fmt::join(written_formats(), "|")));
  command.add_option("--to", call->format, "the format (default: a case file where OUT ends in .yaml)")
      ->option_text(formats)
      ->check(CLI::IsMember(written_formats(), CLI::ignore_case));
  command.footer(
      R"(What the other format cannot hold is named on standard error. Case files are made of utilities alone;
a case of Parley's own is written as its central reading on its date.

Examples:
  parley convert domains/Laptop laptop.yaml               a Genius domain as a case file
  parley convert cases/panama-1974.yaml panama --to negmas)");
  command.callback([call] { run(*call); });
}

}  // namespace parley::cli
