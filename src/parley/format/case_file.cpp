#include "parley/format/case_file.h"

#include <fmt/core.h>

#include <fstream>

#include "parley/case/check.h"
#include "parley/format/reader/exchange.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/issues.h"
#include "parley/format/reader/levers.h"
#include "parley/format/reader/parties.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/reader/rules.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/reader/talks.h"
#include "parley/format/yaml.h"

namespace parley {
namespace {

constexpr std::string_view version = "1";

void read_frame(Reading& r, const Fields& top) {
  if (const Node* written = top.find("parley"); written != nullptr && written->text != version)
    r.report_aside(written->place,
                   fmt::format("this Parley reads version {} of the format, here stands {}", version, shown(*written)),
                   "write parley: 1");
  r.value.title = top.line(r, "title");
  r.value.as_of = top.date(r, "as-of");
  if (const Node* days = top.find("stalemate-after")) r.value.stalemate_days = read_days(r, *days).value_or(14);
  for (const std::string_view key : {"parties", "issues"})
    if (const Node* node = top.find(key); node != nullptr && node->kind == Node::Kind::mapping && node->entries.empty())
      r.report(node->place, fmt::format("there are no {} here", key), "name them");
}

/// Words are introduced before they are used, in whatever order the file has them.
void read_all(Reading& r, const Node& root) {
  const Fields top(r, root, "case");
  read_frame(r, top);
  read_sources(r, top.find("sources"));
  name_parties(r, top.find("parties"));
  read_phases(r, top.find("phases"));
  read_issues(r, top.find("issues"));
  read_third_parties(r, top.find("third-parties"));
  read_parties(r, top.find("parties"));
  read_rules(r, top.find("rules"));
  read_proposals(r, top.find("proposals"));
  read_responses(r, top.find("responses"));
  read_approvals(r, top.find("approvals"));
  read_events(r, top.find("events"));
  read_levers(r, top.find("levers"));
  read_exchange(r, top.find("exchange"));
}

CaseFile unreadable(const std::filesystem::path& path, std::string_view why, std::string mend) {
  return {{}, {{{}, fmt::format("{} {}", path.string(), why), std::move(mend)}}};
}

}  // namespace

CaseFile read_case(std::string_view text) {
  Reading r;
  Yaml yaml = read_yaml(text);
  for (Problem& problem : yaml.problems) r.report(problem.place, std::move(problem.message), std::move(problem.mend));
  if (yaml.root)
    read_all(r, *yaml.root);
  else if (r.problems.empty())
    r.report({1, 1}, "this file holds no case", "parley new writes one to begin with");
  if (r.whole)
    for (Problem& problem : check(r.value)) r.problems.add(std::move(problem));
  if (r.problems.empty()) return {std::move(r.value), {}};
  return {{}, r.problems.take()};
}

CaseFile read_case_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return unreadable(path, "is a folder", "name a case file");
  if (!std::filesystem::exists(path, error)) return unreadable(path, "does not exist", "check the name");
  std::ifstream file(path, std::ios::binary);
  if (!file) return unreadable(path, "cannot be opened", "check who may read it");
  std::string text(YamlLimits{}.bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return unreadable(path, "cannot be read", "check the disk");
  text.resize(static_cast<std::size_t>(file.gcount()));
  return read_case(text);
}

}  // namespace parley
