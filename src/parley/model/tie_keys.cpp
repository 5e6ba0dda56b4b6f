#include "parley/model/tie_keys.h"

#include <algorithm>
#include <boost/crc.hpp>
#include <initializer_list>
#include <numeric>
#include <string>

namespace parley {
namespace {

/// 200 issues of keys below this stay below 2^32 in sum.
constexpr std::uint32_t key_range = 1u << 24;

/// Any fixed mixing will do, as long as every build does the same.
std::uint32_t mixed(std::initializer_list<Utility> numbers) {
  boost::crc_32_type crc;
  for (const Utility number : numbers) crc.process_bytes(&number, sizeof number);
  return crc.checksum();
}

/// The place of each text among all of them in alphabetical order; equal texts share the first.
template <class Texts>
std::vector<Utility> ranks(std::size_t count, const Texts& text) {
  std::vector<std::size_t> sorted(count);
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::ranges::sort(sorted, [&](std::size_t a, std::size_t b) { return text(a) < text(b); });
  std::vector<Utility> result(count);
  for (std::size_t place = 0; place < count; ++place) {
    const bool same = place > 0 && text(sorted[place]) == text(sorted[place - 1]);
    result[sorted[place]] = same ? result[sorted[place - 1]] : static_cast<Utility>(place);
  }
  return result;
}

std::vector<Utility> option_ranks(const Issue& issue) {
  if (!issue.ordered())
    return ranks(issue.options.size(), [&](std::size_t o) -> const std::string& { return issue.options[o]; });
  std::vector<Utility> places(issue.options.size());
  std::iota(places.begin(), places.end(), Utility{0});
  return places;
}

}  // namespace

std::vector<std::vector<std::uint64_t>> tie_keys(const Case& c, const Model& model) {
  const auto issue_ranks = ranks(c.issues.size(), [&](std::size_t i) -> const std::string& { return c.issues[i].id; });
  std::vector<std::vector<std::uint64_t>> keys;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    // A sum over the parties, so that their order does not matter; a range of key values that sums do not outgrow.
    std::vector<std::uint64_t> contents(c.issues[i].options.size());
    for (const Valuer& party : model.parties) {
      const auto [least, most] = std::ranges::minmax(party.gain[i]);
      for (std::size_t level = 0; level < contents.size(); ++level)
        contents[level] += mixed({party.gain[i][level], least, most}) % key_range;
    }
    const auto names = option_ranks(c.issues[i]);
    std::vector<std::uint64_t> issue_keys;
    for (std::size_t level = 0; level < contents.size(); ++level) {
      const std::uint64_t name = mixed({issue_ranks[i], names[level]}) % key_range;
      issue_keys.push_back((contents[level] / model.parties.size()) << 32 | name);
    }
    keys.push_back(std::move(issue_keys));
  }
  return keys;
}

}  // namespace parley
