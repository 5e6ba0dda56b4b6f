#pragma once

#include <fmt/core.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/ask/answer.h"

/// Words and numbers of the page. Whatever leaves one of these functions is markup: names from the case are escaped
/// once, here, so that a section never handles a raw one.
namespace parley::html {

/// Markup that shows `text` as it is. Characters that would steer a page or hide text (controls, direction overrides)
/// become visible replacement characters.
std::string escape(std::string_view text);

std::string number(Utility value);               ///< "0.72"; a small one gets the digits that it needs: "0.004"
std::string signed_number(Utility value);        ///< "+0.05", "−0.08", "0"
std::string range(Span span);                    ///< "0.05 to 0.21"
std::string percent(double share);               ///< "7.5 %"
std::string grouped(const std::string& digits);  ///< "41,472"; from 10^15 on "6.2 × 10^12"
std::string points(std::int64_t millionths);     ///< swing weight points: "27.5"

std::string plural(std::size_t count, std::string_view one, std::string_view many);  ///< "1 issue", "3 issues"
std::string listed(const std::vector<std::string>& items);                           ///< "a, b and c"

std::string party(const Case& c, int index);
std::vector<std::string> parties(const Case& c);
std::string issue(const Case& c, int index);
std::string proposal(const Case& c, int index);  ///< “Doha”
std::string actor(const Case& c, const Actor& who);
std::string principal(const Case& c, int party, int index);
std::string option(const Case& c, int issue, int level);
std::string change(const Case& c, int issue, int from, int to);  ///< "return: gradual → free"
std::string source(const Case& c, const Provenance& from);       ///< "News report (C3)" or "assumption"
std::string on_date(const std::optional<Date>& date, std::string_view otherwise = "undated");

std::string verdict(Verdict v);         ///< with its sign: certainly, possibly, certainly not
std::string sign(std::string_view id);  ///< one of the signs that picture_definitions() draws
/// How far a computation can be relied on: "exact", "within 0.001".
std::string guarantee_words(const Guarantee& guarantee);
std::string heading(int level, std::string_view id, std::string_view text);

/// Column heads: some of its own, then the parties.
std::vector<std::string> with_parties(std::vector<std::string> columns, const Case& c);

/// A table that scrolls sideways by itself where the window is too narrow for it.
std::string table(std::string_view caption, const std::vector<std::string>& columns, std::string_view rows,
                  std::string_view style = "");

}  // namespace parley::html
