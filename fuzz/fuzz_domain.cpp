#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "parley/format/domain/kind.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negolog/negolog.h"

/// libfyaml 0.7.12 loses a few bytes on some malformed texts; leaks of our own still count.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfyaml";
}  // NOLINT(bugprone-reserved-identifier)

namespace {

using parley::Domain;
using parley::Imported;
using parley::Issue;
using parley::Utilities;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The domain that all profiles are read against: one issue of words, one of whole numbers, one of others.
const Domain& small_domain() {
  static const Domain domain = *parley::read_geniusweb_domain(
                                    "{\"name\": \"d\", \"issuesValues\": {\"A\": {\"values\": [\"x\", \"y\", \"z\"]},"
                                    "\"B\": {\"range\": [0, 3, 1]}, \"C\": {\"range\": [0.5, 1, 0.25]}}}")
                                    .value;
  return domain;
}

template <class T>
const T& kept(const Imported<T>& imported) {
  require(imported.value.has_value());
  return *imported.value;
}

/// What was read is in the shape of its domain, and every format takes it and gives it back.
void check(const Domain& domain, const Utilities& utilities) {
  require(utilities.options.size() == domain.issues.size());
  for (std::size_t i = 0; i < domain.issues.size(); ++i)
    require(utilities.options[i].size() == domain.issues[i].options.size());
  const auto web = parley::write_geniusweb("d", domain.issues, {{"a", utilities}});
  const auto log = parley::write_negolog("d", domain.issues, {{"a", utilities}});
  const auto mas = parley::write_negmas("d", domain.issues, {{"a", utilities}});
  kept(parley::read_geniusweb_profile(web.files[1].text, kept(parley::read_geniusweb_domain(web.files[0].text))));
  kept(parley::read_negolog_profile(log.files[0].text, kept(parley::read_negolog_domain(log.files[0].text))));
  kept(parley::read_negmas_profile(mas.files[1].text, kept(parley::read_negmas_domain(mas.files[0].text))));
}

void check(const Imported<Domain>& imported) {
  require(imported.value.has_value() == imported.problems.empty());
  if (!imported.value) return;
  const Domain& domain = *imported.value;
  require(!domain.issues.empty() && domain.issues.size() <= parley::DomainLimits::issues);
  Utilities utilities;
  for (const Issue& issue : domain.issues) {
    require(!issue.options.empty() && issue.options.size() <= parley::DomainLimits::levels);
    utilities.options.emplace_back(issue.options.size());
  }
  check(domain, utilities);
}

void check(const Imported<Utilities>& imported) {
  require(imported.value.has_value() == imported.problems.empty());
  if (imported.value) check(small_domain(), *imported.value);
}

}  // namespace

/// The first byte picks the reader. Any bytes are read without a crash or a hang into a value or into problems, and a
/// value is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  parley::what_domain_file(bytes);
  switch (data[0] % 6) {
    case 0:
      check(parley::read_geniusweb_domain(bytes));
      break;
    case 1:
      check(parley::read_geniusweb_profile(bytes, small_domain()));
      break;
    case 2:
      check(parley::read_negmas_domain(bytes));
      break;
    case 3:
      check(parley::read_negmas_profile(bytes, small_domain()));
      break;
    case 4:
      check(parley::read_negolog_domain(bytes));
      break;
    default:
      check(parley::read_negolog_profile(bytes, small_domain()));
      break;
  }
  return 0;
}
