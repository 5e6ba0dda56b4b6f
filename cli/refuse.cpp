#include "refuse.h"

#include <fmt/core.h>

#include "failure.h"
#include "output.h"
#include "parley/render/text.h"

namespace parley::cli {

void complain_of(const std::string& file, const Problems& problems) {
  const std::string shown = printable(is_standard(file) ? "<stdin>" : file);
  for (const Problem& problem : problems) {
    const Place place = problem.place;
    const std::string where = place.line > 0 ? fmt::format("{}:{}:{}", shown, place.line, place.column) : shown;
    complain(fmt::format("{}: {}\n", where, printable(problem.message)));
    if (!problem.mend.empty()) complain(fmt::format("    {}\n", printable(problem.mend)));
  }
}

void refuse(const std::string& file, const Problems& problems) {
  complain_of(file, problems);
  throw Failure(Exit::wrong_case, "");
}

}  // namespace parley::cli
