#include "talks/whole.h"

#include "parley/talks/verify.h"

namespace parley {

std::vector<Entry> entries_of(Store& store, std::int64_t first) {
  std::vector<Entry> entries;
  store.each(first, [&](const Entry& entry) {
    entries.push_back(entry);
    return true;
  });
  return entries;
}

std::vector<std::string> breaks_of(Store& store) {
  std::vector<std::string> found;
  verify(store, [&](const Break& one) { found.push_back(one.words); });
  return found;
}

}  // namespace parley
