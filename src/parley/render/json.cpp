#include "parley/render/json.h"

#include "parley/render/json_value.h"

namespace parley {

std::string to_json(const Case& c, const Checked& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Standing& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Explanation& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Zone& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Amendments& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Contention& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Acceptability& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Approvals& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Leverage& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const ExchangeAnswer& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Plan& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Texts& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Windows& answer) { return to_text(answer_json(c, answer)); }
std::string to_json(const Case& c, const Analysis& answer) { return to_text(answer_json(c, answer)); }

}  // namespace parley
