#include "parley/case/exchange_of.h"

namespace parley {

const Exchange& exchange_of(const Case& c) {
  static const Exchange nothing;
  return c.exchange ? *c.exchange : nothing;
}

}  // namespace parley
