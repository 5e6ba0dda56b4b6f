#pragma once

#include "parley/ask/exchange.h"
#include "parley/case/case.h"

namespace parley::sample {

/// A shipped case with an exchange, by the name of its file, and the answer about its newest text.
Case exchange_case(const std::string& name);
ExchangeAnswer exchange_answer(const Case& c);

}  // namespace parley::sample
