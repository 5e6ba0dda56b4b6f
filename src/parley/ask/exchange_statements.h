#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Something that a case says of its exchange.
struct ExchangeStatement {
  std::string about;
  std::string says;
  Provenance from;
};

/// All of it, in the order of the file; nothing without an exchange.
std::vector<ExchangeStatement> exchange_statements(const Case& c);

}  // namespace parley
