#include "parley/render/html_text.h"

#include <algorithm>
#include <cmath>

#include "parley/at.h"

namespace parley::html {
namespace {

std::string name_or_id(const std::string& name, const std::string& id) { return escape(name.empty() ? id : name); }

/// U+202A to U+202E and U+2066 to U+2069: they reorder the text around them.
bool direction_override(std::string_view bytes) {
  if (bytes.size() < 3 || bytes[0] != '\xe2') return false;
  return (bytes[1] == '\x80' && bytes[2] >= '\xaa' && bytes[2] <= '\xae') ||
         (bytes[1] == '\x81' && bytes[2] >= '\xa6' && bytes[2] <= '\xa9');
}

std::string magnitude(Utility value) {
  const auto nanos = static_cast<std::uint64_t>(std::abs(value));
  std::uint64_t cut = 10'000'000;  // what two digits after the point leave out
  int digits = 2;
  while (nanos != 0 && (nanos + cut / 2) / cut == 0) cut /= 10, ++digits;
  const std::uint64_t rounded = (nanos + cut / 2) / cut;
  const std::uint64_t per_unit = static_cast<std::uint64_t>(unit) / cut;
  return fmt::format("{}.{:0{}}", rounded / per_unit, rounded % per_unit, digits);
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char ch = text[i];
    if (ch == '&') {
      out += "&amp;";
    } else if (ch == '<') {
      out += "&lt;";
    } else if (ch == '>') {
      out += "&gt;";
    } else if (ch == '"') {
      out += "&quot;";
    } else if (ch == '\'') {
      out += "&#39;";
    } else if (ch == '\n' || ch == '\t') {
      out += ' ';
    } else if ((ch >= 0 && ch < 0x20) || ch == 0x7f) {
      out += "\uFFFD";
    } else if (direction_override(text.substr(i))) {
      out += "\uFFFD";
      i += 2;
    } else {
      out += ch;
    }
  }
  return out;
}

std::string number(Utility value) { return (value < 0 ? "−" : "") + magnitude(value); }

std::string signed_number(Utility value) {
  if (value == 0) return "0";
  return (value < 0 ? "−" : "+") + magnitude(value);
}

std::string range(Span span) {
  const auto low = number(span.low), high = number(span.high);
  return low == high ? low : low + " to " + high;
}

std::string percent(double share) {
  const double p = share * 100;
  if (p == 0 || p == 100) return fmt::format("{:.0f} %", p);
  if (p < 0.01) return "less than 0.01 %";
  if (p > 99.9) return "more than 99.9 %";
  return fmt::format("{:.{}f} %", p, p < 1 ? 2 : p < 10 ? 1 : 0);
}

std::string grouped(const std::string& digits) {
  if (digits.size() > 15) {
    return fmt::format("{}.{} × 10<sup>{}</sup>", digits[0], digits[1], digits.size() - 1);
  }
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return escape(out);
}

std::string points(std::int64_t millionths) { return to_text(Decimal{(millionths + 50'000) / 100'000 * 100'000}); }

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(std::to_string(count)), count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::string party(const Case& c, int index) { return name_or_id(c.parties[at(index)].name, c.parties[at(index)].id); }

std::vector<std::string> parties(const Case& c) {
  std::vector<std::string> out;
  out.reserve(c.parties.size());
  for (const auto& each : c.parties) out.push_back(name_or_id(each.name, each.id));
  return out;
}

std::string issue(const Case& c, int index) { return name_or_id(c.issues[at(index)].name, c.issues[at(index)].id); }

std::string proposal(const Case& c, int index) {
  return "“" + name_or_id(c.proposals[at(index)].name, c.proposals[at(index)].id) + "”";
}

std::string actor(const Case& c, const Actor& who) { return escape(name_of(c, who)); }

std::string principal(const Case& c, int party_index, int index) {
  const auto& p = c.parties[at(party_index)].principals[at(index)];
  return p.id.empty() ? party(c, party_index) : name_or_id(p.name, p.id);
}

std::string option(const Case& c, int issue_index, int level) { return escape(option_text(c, issue_index, level)); }

std::string change(const Case& c, int issue_index, int from, int to) {
  return fmt::format("<b>{}</b>: {} → {}", issue(c, issue_index), option(c, issue_index, from),
                     option(c, issue_index, to));
}

std::string source(const Case& c, const Provenance& from) {
  if (is_assumption(c, from)) return "assumption";
  const Source& s = c.sources[at(from.source)];
  const auto title = name_or_id(s.title, s.id);
  return s.grade.empty() ? title : fmt::format("{} ({})", title, escape(s.grade));
}

std::string on_date(const std::optional<Date>& date, std::string_view otherwise) {
  return date ? to_words(*date) : std::string(otherwise);
}

std::string sign(std::string_view id) {
  return fmt::format(R"(<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><use href="#sign-{}"/></svg>)", id);
}

std::string verdict(Verdict v) {
  switch (v) {
    case Verdict::certainly:
      return fmt::format(R"(<span class="verdict">{}certainly could</span>)", sign("yes"));
    case Verdict::possibly:
      return fmt::format(R"(<span class="verdict">{}possibly could</span>)", sign("part"));
    case Verdict::certainly_not:
      break;
  }
  return fmt::format(R"(<span class="verdict">{}certainly could not</span>)", sign("no"));
}

std::string guarantee_words(const Guarantee& guarantee) {
  switch (guarantee.kind) {
    case Guarantee::Kind::exact:
      return "exact";
    case Guarantee::Kind::within:
      return "within " + number(guarantee.bound);
    case Guarantee::Kind::estimate:
      return "estimate from samples";
    case Guarantee::Kind::stopped:
      break;
  }
  return "stopped before the end";
}

std::string heading(int level, std::string_view id, std::string_view text) {
  if (id.empty()) return fmt::format("<h{0}>{1}</h{0}>\n", level, text);
  return fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level, id, text);
}

std::vector<std::string> with_parties(std::vector<std::string> columns, const Case& c) {
  std::ranges::move(parties(c), std::back_inserter(columns));
  return columns;
}

std::string table(std::string_view caption, const std::vector<std::string>& columns, std::string_view rows,
                  std::string_view style) {
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">\n"
      "<table class=\"{1}\"><caption>{0}</caption>\n<thead><tr>",
      caption, style);
  for (const auto& column : columns) out += fmt::format("<th scope=\"col\">{}</th>", column);
  return out + fmt::format("</tr></thead>\n<tbody>\n{}</tbody></table></div>\n", rows);
}

}  // namespace parley::html
