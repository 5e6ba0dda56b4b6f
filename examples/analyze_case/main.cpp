#include <iostream>

#include "parley/ask/analyze.h"
#include "parley/format/case_file.h"

// Reads a case, asks Parley everything, and shows with a few of the answers how the library is used.
int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: analyze_case CASE\n";
    return 2;
  }

  // A file that is wrong gives no case, but every place that needs mending.
  const parley::CaseFile file = parley::read_case_file(argv[1]);
  if (!file.value) {
    for (const parley::Problem& problem : file.problems) {
      std::cerr << argv[1] << ':' << problem.place.line << ':' << problem.place.column << ": " << problem.message
                << '\n';
    }
    return 1;
  }
  const parley::Case& talks = *file.value;

  // Answers are plain values. They speak of parties and issues by their index in the case.
  const parley::Analysis analysis = parley::analyze(talks, parley::default_date(talks));

  std::cout << talks.title << ", " << parley::to_words(analysis.heading.as_of) << "\n\n"
            << "Possible packages: " << analysis.zone.packages << '\n'
            << (analysis.zone.empty ? "Nothing that everyone could accept.\n" : "There is something for everyone.\n")
            << "\nWhat holds the talks apart:\n";
  for (const parley::IssueContention& contention : analysis.contention.issues) {
    const parley::Issue& issue = talks.issues.at(static_cast<std::size_t>(contention.issue));
    std::cout << "  " << issue.name << ": " << static_cast<int>(100 * contention.share + 0.5) << " %\n";
  }
  return 0;
}
