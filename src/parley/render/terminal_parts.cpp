#include "parley/render/terminal_parts.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/render/wording.h"

namespace parley {
namespace {

// "C3", "B2 and C3", "B2 and ungraded": the grades that occur, best first.
std::string grades(const Case& c, const Basis& basis) {
  std::vector<std::string> found;
  for (const auto& use : basis.sources) {
    const std::string& grade = at(c.sources, use.source).grade;
    found.push_back(grade.empty() ? "ungraded" : grade);
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return listed(found);
}

}  // namespace

void write_opening(Page& page, const Heading& heading) {
  const std::string title = printable(heading.title);
  const std::string date = as_of_words(heading.as_of);
  const int room = measure(page) - columns(title);
  if (room >= columns(date) + 3) {
    page.text += title + right(date, room) + "\n";
  } else {
    add_text(page, title, 0, 2);
    add_text(page, date, 2);
  }
}

std::string guarantee_words(const Guarantee& guarantee) {
  if (!guarantee.words.empty()) return guarantee.words;
  switch (guarantee.kind) {
    case Guarantee::Kind::exact:
      return "Exact: nothing was left out or rounded.";
    case Guarantee::Kind::within:
      return "Off by at most " + bound_figure(guarantee.bound) + " in every utility.";
    case Guarantee::Kind::estimate:
      return "Estimated from samples, with the interval beside the figure.";
    case Guarantee::Kind::stopped:
      break;
  }
  return "Stopped before the end: what is shown holds, but may not be everything.";
}

void write_basis(Page& page, const Case& c, const Basis& basis) {
  const auto assumed = static_cast<std::size_t>(basis.assumed);
  std::string words;
  if (basis.sourced == 0) {
    words = fmt::format("Rests on assumptions of the analyst alone ({})", basis.assumed);
  } else {
    words = fmt::format("Rests on {} from {} ({}) and {} of the analyst",
                        number_of(static_cast<std::size_t>(basis.sourced), "statement"),
                        number_of(basis.sources.size(), "source"), grades(c, basis), number_of(assumed, "assumption"));
  }
  add_text(page, words + "; parley check --sources lists them.", 0, 2, Tone::faint);
}

void write_closing(Page& page, const Case& c, const Heading& heading) {
  add_gap(page);
  add_text(page, guarantee_words(heading.guarantee), 0, 2, Tone::faint);
  write_basis(page, c, heading.basis);
}

std::string central_reading(Page& page) {
  if (page.central_explained) return "the central reading";
  page.central_explained = true;
  return "the central reading (the middle of what the case leaves open)";
}

void explain_scale(Page& page, const Case& c) {
  if (page.scale_explained) return;
  page.scale_explained = true;
  // Numbers that a file states have the scale that they have there.
  const bool stated = std::ranges::any_of(c.parties, [](const Party& party) { return party.utilities.has_value(); });
  add_text(page,
           fmt::format("Utilities {}. A floor is the least utility that one would consent to.",
                       stated ? "are those that the files state, each party's on its own scale"
                              : "run from 0 to 1, the package that is best for the one who judges"),
           2, 0, Tone::faint);
}

std::size_t rows_shown(const Page& page, std::size_t rows, std::size_t most) {
  return page.style.all || rows <= most + 1 ? rows : most;
}

void add_more(Page& page, std::size_t left_out, int indent) {
  if (left_out == 0) return;
  add_text(page,
           fmt::format("{} {} more, --all lists {}", ellipsis(page), count_words(std::to_string(left_out)),
                       left_out == 1 ? "it" : "them"),
           indent, 0, Tone::faint);
}

Tone tone_of(Verdict verdict) {
  return verdict == Verdict::certainly ? Tone::yes : verdict == Verdict::possibly ? Tone::maybe : Tone::no;
}

Tone tone_of(bool good) { return good ? Tone::yes : Tone::no; }

void add_party_columns(Table& table, const Case& c) {
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    table.columns.push_back({party_name(c, static_cast<int>(p)), true});
  }
}

void add_values(std::vector<Cell>& row, const Case& c, const std::vector<Utility>& value) {
  for (std::size_t p = 0; p < c.parties.size(); ++p) row.push_back({p < value.size() ? figure(value[p]) : "", {}});
}

}  // namespace parley
