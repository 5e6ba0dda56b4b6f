#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parley/format/genius/genius.h"

namespace {

/// A domain with an issue of each kind, for profiles to be read of.
const parley::Domain& some_domain() {
  static const parley::Domain domain =
      parley::read_genius_domain(
          "<negotiation_template><utility_space><objective name='d'>"
          "<issue index='1' name='a'><item value='0'/><item value='5'/><item value='b'/></issue>"
          "<issue index='2' name='c' type='integer' lowerbound='0' upperbound='9'/>"
          "<issue index='4' name='e' type='real'><range lowerbound='0' upperbound='1'/></issue>"
          "<issue index='5' name='f' type='integer' lowerbound='-1' upperbound='1'/>"
          "</objective></utility_space></negotiation_template>")
          .value.value();
  return domain;
}

template <class T>
void check(const parley::Imported<T>& read) {
  if (read.value.has_value() != read.problems.empty()) std::abort();
}

/// What was read can be written, and read again.
void write(const parley::Domain& domain, const parley::Utilities& utilities) {
  const auto written = parley::write_genius(domain.name, domain.issues, {{"p", utilities}});
  const auto again = parley::read_genius_domain(written.files.at(0).text);
  if (!again.value || !parley::read_genius_profile(written.files.at(1).text, *again.value).value) std::abort();
}

}  // namespace

/// Any bytes are read without a crash or a hang, as a domain and as a profile, into a value or into problems.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(parley::what_genius_file(bytes));
  const auto domain = parley::read_genius_domain(bytes);
  check(domain);
  const auto profile = parley::read_genius_profile(bytes, some_domain());
  check(profile);
  if (profile.value) write(some_domain(), *profile.value);
  return 0;
}
