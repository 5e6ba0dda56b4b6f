#include "render/sample_exchange.h"

#include "parley/format/case_file.h"

namespace parley::sample {

Case exchange_case(const std::string& name) {
  return read_case_file(PARLEY_SOURCE_DIR "/cases/" + name + ".yaml").value.value();
}

ExchangeAnswer exchange_answer(const Case& c) {
  ExchangeOptions options;
  options.readings = 100;
  return exchange(c, default_date(c), static_cast<int>(c.proposals.size()) - 1, options);
}

}  // namespace parley::sample
