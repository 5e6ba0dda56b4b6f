#include "parley/talks/verify.h"

namespace parley {

Head verify(Store& store, const std::function<void(const Break&)>& tell) {
  ChainCheck check;
  const auto tell_all = [&](const std::vector<Break>& found) {
    for (const Break& one : found) tell(one);
  };
  Head head = store.head();
  store.each(1, [&](const Entry& entry) {
    tell_all(check.next(entry));
    return true;
  });
  if (check.last().number > head.number) {
    // Others may have added meanwhile: then the record says by now that it ends there or further on.
    head = store.head();
    if (head.number > check.last().number) return check.last();
  }
  tell_all(check.end(head));
  return check.last();
}

}  // namespace parley
