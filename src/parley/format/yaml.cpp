#include "parley/format/yaml.h"

#include <fmt/core.h>
#include <libfyaml.h>

#include <array>
#include <memory>
#include <unordered_map>
#include <utility>

#include "parley/format/text.h"

namespace parley {
namespace {

struct Close {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

/// libfyaml's complaints in its own words, and what usually mends them.
struct Hint {
  std::string_view complaint;
  std::string_view mend;
};
constexpr std::array hints{
    Hint{"nested block mapping on the same line", "put text that holds ': ' in quotes"},
    Hint{"plain scalar cannot start", "put the text in quotes"},
    Hint{"multiline plain key", "indent with spaces, and lines that belong together by the same number of them"},
    Hint{"indent", "indent with spaces, and lines that belong together by the same number of them"},
    Hint{"without a closing", "close it with the bracket that it was opened with, the file may be cut short"},
    Hint{"closing quote", "close the quotes, the file may be cut short"},
    Hint{"missing comma", "put a comma between two values, or close the bracket"},
    Hint{"invalid value after mapping", "write 'key: value', with a space after the colon"},
};

std::string mend_for(std::string_view complaint) {
  for (const Hint& hint : hints)
    if (complaint.find(hint.complaint) != std::string_view::npos) return std::string(hint.mend);
  return "check brackets, quotes, colons and indentation near this place";
}

bool is_quoted(fy_token* token) {
  const fy_scalar_style style = token != nullptr ? fy_token_scalar_style(token) : FYSS_PLAIN;
  return style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
}

Node plain(std::string text, Place place) {
  Node node;
  node.text = std::move(text);
  node.place = place;
  return node;
}

/// Builds the tree from libfyaml's events, with a stack of the collections that are open.
class Builder {
 public:
  Builder(const PlaceFinder& places, const YamlLimits& limits) : places_(places), limits_(limits) {}

  /// Takes one event; false when reading further makes no sense.
  bool take(fy_event* event);
  void report(Place place, std::string message, std::string mend) {
    problems_.push_back({place, std::move(message), std::move(mend)});
  }
  Place last() const { return last_; }
  Yaml finish(bool complete);

 private:
  struct Open {
    Node node;
    std::string key;
    Place key_place;
    bool has_key = false;
    bool drop = false;  ///< the value of the present key is not wanted
    std::unordered_map<std::string, Place> seen;
  };

  Place place_of(fy_event* event) const;
  bool open(Node::Kind kind, Place place);
  void add(Node node);
  void add_key(const Node& node);
  bool awaits_key() const {
    return !open_.empty() && open_.back().node.kind == Node::Kind::mapping && !open_.back().has_key;
  }
  void check_properties(const fy_token* anchor, fy_token* tag, Place place);
  Node scalar(fy_event* event, Place place);

  const PlaceFinder& places_;
  YamlLimits limits_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  Problems problems_;
  std::size_t values_ = 0;
  int documents_ = 0;
  bool hole_ = false;  ///< something is missing from the tree that a reader would miss
  Place last_{1, 1};
};

Place Builder::place_of(fy_event* event) const {
  const fy_mark* mark = fy_event_start_mark(event);
  if (mark == nullptr) return last_;
  // The mark of a text in quotes stands behind the first quote.
  const bool in_quotes = event->type == FYET_SCALAR && is_quoted(event->scalar.value);
  return places_.at(mark->input_pos - (in_quotes && mark->input_pos > 0 ? 1 : 0));
}

bool Builder::take(fy_event* event) {
  const Place place = place_of(event);
  last_ = place;
  switch (event->type) {
    case FYET_DOCUMENT_START:
      if (++documents_ > 1) {
        report(place, "a second document begins here, a file holds one", "remove '---' and what follows");
        return false;
      }
      return true;
    case FYET_ALIAS:
      report(place, "an alias (*) stands here, Parley reads none", "write the value out");
      hole_ = true;
      if (awaits_key())
        add_key(plain("*", place));
      else
        add(plain("*", place));
      return true;
    case FYET_SCALAR: {
      if (++values_ > limits_.values) {
        report(place, fmt::format("the file holds more than {} values", limits_.values), "leave some of it out");
        return false;
      }
      check_properties(event->scalar.anchor, event->scalar.tag, place);
      Node node = scalar(event, place);
      awaits_key() ? add_key(node) : add(std::move(node));
      return true;
    }
    case FYET_SEQUENCE_START:
      check_properties(event->sequence_start.anchor, event->sequence_start.tag, place);
      return open(Node::Kind::sequence, place);
    case FYET_MAPPING_START:
      check_properties(event->mapping_start.anchor, event->mapping_start.tag, place);
      return open(Node::Kind::mapping, place);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END: {
      Node node = std::move(open_.back().node);
      open_.pop_back();
      add(std::move(node));
      return true;
    }
    default:
      return true;
  }
}

bool Builder::open(Node::Kind kind, Place place) {
  if (awaits_key()) {
    report(place, "a key that is itself a list or a block stands here", "use a word as key");
    return false;
  }
  if (open_.size() == limits_.depth) {
    report(place, fmt::format("values are nested more than {} deep", limits_.depth), "check for a bracket too many");
    return false;
  }
  if (++values_ > limits_.values) {
    report(place, fmt::format("the file holds more than {} values", limits_.values), "leave some of it out");
    return false;
  }
  Node& node = open_.emplace_back().node;
  node.kind = kind;
  node.place = place;
  return true;
}

void Builder::add(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::sequence) {
    parent.node.items.push_back(std::move(node));
    return;
  }
  if (!parent.drop) parent.node.entries.push_back({std::move(parent.key), parent.key_place, std::move(node)});
  parent.has_key = parent.drop = false;
}

void Builder::add_key(const Node& node) {
  Open& parent = open_.back();
  parent.has_key = true;
  parent.key = node.text;
  parent.key_place = node.place;
  const auto [first, is_new] = parent.seen.emplace(node.text, node.place);
  if (node.text.empty()) {
    report(node.place, "a key is empty here", "write a word before the colon");
  } else if (node.text == "<<" && !node.quoted) {
    report(node.place, "a merge key (<<) stands here, Parley reads none", "write the keys out");
  } else if (!is_new) {
    report(node.place,
           fmt::format("the key {} stands here a second time, first in line {}, column {}", in_quotes(node.text),
                       first->second.line, first->second.column),
           "keep one of the two");
  } else {
    return;
  }
  parent.drop = true;
}

void Builder::check_properties(const fy_token* anchor, fy_token* tag, Place place) {
  if (anchor != nullptr) report(place, "an anchor (&) stands here, Parley reads none", "remove it");
  if (tag != nullptr) report(place, "a tag (!) stands here, Parley reads none", "remove it");
}

Node Builder::scalar(fy_event* event, Place place) {
  std::size_t size = 0;
  const char* text = fy_token_get_text(event->scalar.value, &size);
  Node node = plain(text != nullptr ? std::string(text, size) : std::string(), place);
  node.quoted = event->scalar.value != nullptr && fy_token_scalar_style(event->scalar.value) != FYSS_PLAIN;
  if (find_bad_byte(node.text)) {
    report(place, "an escape in this text stands for a control character", "remove it");
    node.text = "?";
  }
  return node;
}

Yaml Builder::finish(bool complete) {
  if (!complete || hole_) root_.reset();
  return {std::move(root_), std::move(problems_)};
}

/// Adds what libfyaml complained about; whether it complained.
bool report_complaints(fy_diag* diag, const PlaceFinder& places, Builder& builder) {
  void* position = nullptr;
  bool any = false;
  while (const fy_diag_error* error = fy_diag_errors_iterate(diag, &position)) {
    const fy_mark* mark = error->fyt != nullptr ? fy_token_start_mark(error->fyt) : nullptr;
    const Place place = mark != nullptr ? places.at(mark->input_pos) : Place{error->line, error->column};
    builder.report(place, fmt::format("this is not well-formed YAML: {}", one_line(error->msg)), mend_for(error->msg));
    any = true;
  }
  return any;
}

/// What libfyaml would answer only after minutes or gigabytes, or not at all, so that it never gets to read it.
std::optional<Problem> find_refused(std::string_view text, const PlaceFinder& places) {
  constexpr int most_open = 10'000;  // far beyond any real nesting, which is judged later
  if (const auto bad = find_bad_byte(text)) return Problem{places.at(bad->offset), bad->message, bad->mend};
  int open = 0;
  bool line_begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (open > most_open) return Problem{places.at(i), "too many brackets are open here", "close them"};
    if (line_begins && c == '%' && !text.substr(i).starts_with("%YAML "))
      return Problem{places.at(i), "a line begins with %, which only '%YAML 1.2' may do", "remove it"};
    line_begins = c == '\n' || c == '\r';
  }
  return std::nullopt;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (same_word(entry.key, key)) return &entry.value;
  return nullptr;
}

Yaml read_yaml(std::string_view text, const YamlLimits& limits) {
  if (text.size() > limits.bytes)
    return {{}, {{{1, 1}, fmt::format("the file is larger than {} MB", limits.bytes >> 20U), "leave some of it out"}}};
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const PlaceFinder places(text);
  if (auto refused = find_refused(text, places)) return {{}, {std::move(*refused)}};

  fy_diag_cfg diag_config{};
  fy_diag_cfg_default(&diag_config);
  diag_config.fp = nullptr;
  diag_config.output_fn = [](fy_diag*, void*, const char*, std::size_t) {};
  diag_config.level = FYET_WARNING;
  const std::unique_ptr<fy_diag, Close> diag(fy_diag_create(&diag_config));
  fy_diag_set_collect_errors(diag.get(), true);

  fy_parse_cfg config{};
  config.flags = FYPCF_QUIET;
  config.diag = diag.get();
  const std::unique_ptr<fy_parser, Close> parser(fy_parser_create(&config));
  Builder builder(places, limits);
  bool complete = false;
  bool go_on = fy_parser_set_string(parser.get(), text.data(), text.size()) == 0;
  while (go_on) {
    fy_event* event = fy_parser_parse(parser.get());
    if (event == nullptr) break;
    complete = event->type == FYET_STREAM_END;
    go_on = builder.take(event) && !complete;
    fy_parser_event_free(parser.get(), event);
  }
  const bool told = report_complaints(diag.get(), places, builder);
  if (!complete && go_on && !told)
    builder.report(builder.last(), "this is not well-formed YAML", "check brackets, quotes, colons and indentation");
  return builder.finish(complete);
}

}  // namespace parley
