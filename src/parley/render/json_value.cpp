#include "parley/render/json_value.h"

#include <fmt/core.h>

#include <cstdlib>

#include "parley/render/wording.h"

namespace parley {
namespace {

std::string leaf_text(const Json& value) {
  // JSON has no use for binary values: they carry the digits of exact numbers.
  if (value.is_binary()) return {value.get_binary().begin(), value.get_binary().end()};
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write(std::string& out, const Json& value, std::size_t depth) {
  if (!value.is_structured() || value.empty()) {
    out += leaf_text(value);
    return;
  }
  out += value.is_object() ? '{' : '[';
  bool first = true;
  for (const auto& [key, child] : value.items()) {
    out += first ? "\n" : ",\n";
    first = false;
    out.append(2 * depth + 2, ' ');
    if (value.is_object()) out += leaf_text(key) + ": ";
    write(out, child, depth + 1);
  }
  out += '\n';
  out.append(2 * depth, ' ');
  out += value.is_object() ? '}' : ']';
}

Json guarantee_json(const Guarantee& guarantee) {
  const auto kind = [&] {
    switch (guarantee.kind) {
      case Guarantee::Kind::exact:
        return "exact";
      case Guarantee::Kind::within:
        return "within";
      case Guarantee::Kind::estimate:
        return "estimate";
      case Guarantee::Kind::stopped:
        return "stopped";
    }
    std::abort();
  };
  return {{"kind", kind()}, {"bound", exact(guarantee.bound)}, {"words", guarantee.words}};
}

Json basis_json(const Case& c, const Basis& basis) {
  Json sources = Json::array();
  for (const auto& use : basis.sources) {
    const Source& source = at(c.sources, use.source);
    sources.push_back({{"id", source.id},
                       {"title", source.title},
                       {"grade", id_or_null(source.grade)},
                       {"statements", use.statements}});
  }
  return {{"sourced", basis.sourced}, {"assumed", basis.assumed}, {"sources", sources}};
}

}  // namespace

std::string to_text(const Json& value) {
  std::string out;
  write(out, value, 0);
  return out + "\n";
}

Json exact(Utility u) {
  const auto size = u < 0 ? 0 - static_cast<std::uint64_t>(u) : static_cast<std::uint64_t>(u);
  const std::string digits = fmt::format("{}{}.{:09}", u < 0 ? "-" : "", size / unit, size % unit);
  return Json::binary({digits.begin(), digits.end()});
}

Json exact(const Span& span) { return {{"low", exact(span.low)}, {"high", exact(span.high)}}; }

Json count(const std::string& digits) {
  static const std::string largest = std::to_string(std::int64_t{1} << 53);
  const bool small = digits.size() < largest.size() || (digits.size() == largest.size() && digits <= largest);
  return small ? Json(std::stoll(digits)) : Json(digits);
}

Json id_or_null(const std::string& id) { return id.empty() ? Json(nullptr) : Json(id); }

Json date_or_null(const std::optional<Date>& date) { return date ? Json(to_text(*date)) : Json(nullptr); }

Json source_or_null(const Case& c, const Provenance& from) {
  return from.source < 0 ? Json(nullptr) : Json(at(c.sources, from.source).id);
}

Json actor(const Case& c, const Actor& actor) {
  if (actor.third_party >= 0) return {{"third_party", at(c.third_parties, actor.third_party).id}};
  const Party& party = at(c.parties, actor.party);
  Json out{{"party", party.id}};
  // A party that speaks for itself has a nameless principal, which is the party.
  if (actor.principal >= 0 && !at(party.principals, actor.principal).id.empty()) {
    out["principal"] = at(party.principals, actor.principal).id;
  }
  return out;
}

Json package(const Case& c, const Package& package) {
  Json out = Json::object();
  for (std::size_t i = 0; i < package.size(); ++i) out[c.issues[i].id] = at(c.issues[i].options, package[i]);
  return out;
}

Json values(const Case& c, const std::vector<Utility>& by_party) {
  Json out = Json::object();
  for (std::size_t p = 0; p < c.parties.size() && p < by_party.size(); ++p) out[c.parties[p].id] = exact(by_party[p]);
  return out;
}

Json point(const Case& c, const Point& point) {
  return {{"package", package(c, point.package)}, {"values", values(c, point.value)}};
}

Json text(Verdict verdict) {
  switch (verdict) {
    case Verdict::certainly_not:
      return "certainly_not";
    case Verdict::possibly:
      return "possibly";
    case Verdict::certainly:
      return "certainly";
  }
  std::abort();
}

Json text(Completions completions) {
  switch (completions) {
    case Completions::none:
      return "none";
    case Completions::some:
      return "some";
    case Completions::every:
      return "every";
    case Completions::unknown:
      return "unknown";
  }
  std::abort();
}

Json heading_json(const Case& c, const Heading& heading) {
  return {{"question", heading.question},
          {"case", heading.title},
          {"as_of", heading.as_of == Date{} ? Json(nullptr) : Json(to_text(heading.as_of))},
          {"guarantee", guarantee_json(heading.guarantee)},
          {"assumptions", basis_json(c, heading.basis)}};
}

}  // namespace parley
