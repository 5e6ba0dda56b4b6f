#pragma once

#include <string_view>

namespace parley {

/// What a JSON or YAML file of a domain's folder is.
enum class DomainFileKind {
  none,  ///< nothing that Parley reads: statistics, settings of a tournament, a sentence
  geniusweb_domain,
  geniusweb_profile,  ///< of any class, also of those that Parley does not know
  negmas_domain,
  negmas_profile,
  negolog_profile,
};

/// Tells by the outermost keys, in one pass and without reading the rest, so that a file with mistakes inside is still
/// told for what it is and its reader gets to report them.
DomainFileKind what_domain_file(std::string_view bytes);

}  // namespace parley
