#include "parley/format/forms.h"

#include <algorithm>
#include <cassert>

#include "parley/case/clause.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr bool required = true;

/// Most blocks also say where they come from.
Form sourced(Form form) {
  form.keys.push_back({"from", "source id", "the source that says so"});
  form.keys.push_back({"note", "text", "a remark"});
  return form;
}

std::vector<std::string> words_of(const auto& things) {
  std::vector<std::string> words;
  for (const auto thing : things) words.emplace_back(word_of(thing));
  return words;
}

std::vector<Form> talks_forms() {
  return {
      sourced(
          {"proposal",
           "A tabled text: what it settles (terms) and what it leaves open.",
           {{"name", "line", "the name to show"},
            {"date", "date", "when it was tabled"},
            {"by", "actor", "who tabled it"},
            {"through", "one or list of third party id", "third parties that carried it"},
            {"parent", "proposal id", "the earlier version that this one changes; it keeps what is not stated anew"},
            {"terms", "terms", "issue: the option that the text settles on"},
            {"open", "list of bracket", "issues that the text leaves open"},
            {"clauses", "map of clause or dropped",
             "the text itself, clause by clause; 'dropped' for one that the parent has"},
            {"excerpt", "yes or no", "true: the text has clauses that are not known"}}}),
      sourced({"clause",
               "A part of a text. In a version that changes another, what is not stated anew stays as it was.",
               {{"heading", "line", "the name to show"},
                {"words", "line", "what it says; what is not agreed in brackets, [one | other]"},
                {"about", "one or list of issue id", "the issues that it settles"},
                {"covers", "one or list of element", "the elements of a complete ceasefire text that it covers"},
                {"provides", "one or list of provision", "what it sets up that the kind of the text hangs on"}}}),
      sourced({"response",
               "What one side said to one version.",
               {{"to", "proposal id", "the version", required},
                {"by", "party or principal", "who answered", required},
                {"answer", "answer", "accept, accept with reservations, reject, counter or silence", required},
                {"date", "date", "when"},
                {"until", "date", "silence: until when nothing was heard, or for when an answer is announced"}}}),
      sourced({"approval",
               "An approval that was asked for, and what came of it.",
               {{"to", "proposal id", "the version", required},
                {"of", "party or principal", "whose approval", required},
                {"answer", "state", "pending, given, refused or overdue", required},
                {"asked", "date", "when it was asked for"},
                {"due", "date", "by when it was to come"},
                {"answered", "date", "when it was given or refused"}}}),
      sourced({"event",
               "Something that happened or was said in the talks.",
               {{"date", "date", "when"},
                {"kind", "event kind",
                 "meeting, consultation, statement, demand, warning, threat, recommendation, uptake, "
                 "assessment or incident",
                 required},
                {"finding", "finding", "an assessment's finding: stuck or progress"},
                {"uptake", "uptake", "how far a recommendation was followed: none, partly or followed"},
                {"result", "line", "what came of a consultation"},
                {"who", "one or list of actor", "who took part, or who said it"},
                {"to", "one or list of actor", "to whom"},
                {"through", "one or list of third party id", "third parties that carried it"},
                {"where", "line", "the place"},
                {"what", "text", "what happened or was said"}}}),
  };
}

std::vector<Form> preference_forms() {
  return {
      sourced({"preferences",
               "How a side values packages, as far as it is known. 'from' holds for every number of the block.",
               {{"weights", "map of points", "issue: points out of 100 for moving it from worst to best"},
                {"order", "issue order", "issues from most to least important"},
                {"values", "map of valuation", "issue: what its options are worth"},
                {"together", "list of interaction", "what a combination of options adds or costs"},
                {"credence", "map of credence", "phase: belief, 0 to 1, that it will be reached"}}}),
      sourced({"issue ranking",
               "Issues from most to least important, with a source.",
               {{"rank", "list of issue id", "issues, the most important first", required}}}),
      sourced({"shape",
               "What the numbers of a count, duration or share are worth.",
               {{"shape", "shape name", "linear, diminishing or threshold", required},
                {"best", "end", "the best end: high (default) or low"},
                {"at", "whole number", "threshold: the number from which on the value is full"}}}),
      sourced({"option order",
               "Options from best to worst.",
               {{"order", "list of option", "every option, the best first", required}}}),
      sourced({"line of points",
               "Values of some numbers, with straight lines between them.",
               {{"points", "map of points", "number: value from 0 to 100; the lowest and highest must be there",
                 required}}}),
      sourced({"interaction",
               "A combination of options that is worth more or less than its parts.",
               {{"name", "line", "the name to show"},
                {"if", "conditions", "the combination", required},
                {"bonus", "points", "points that it adds, within the 100"},
                {"penalty", "points", "points that it costs, within the 100"}}}),
      sourced(
          {"quantity",
           "A number with its source.",
           {{"value", "amount", "the number, or a range such as 20..40"},
            {"range", "amount", "the same as value"},
            {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"}}}),
      sourced({"claim",
               "One of several things that are said of one number.",
               {{"value", "amount", "the number, or a range such as 20..40"},
                {"range", "amount", "the same as value"},
                {"weight", "number", "how much it counts beside the others, above 0; default 1"}}}),
      sourced({"delay",
               "How long something takes: value, either, seen, or least and most.",
               {{"value", "length of time", "such as 4 days or 2..10 days"},
                {"range", "length of time", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"least", "length of time", "the least that it may take"},
                {"typical", "length of time", "what is likeliest, between least and most"},
                {"most", "length of time", "the most that it may take"},
                {"seen", "list of length of time", "how long it took before; each is as likely as the others"}}}),
      sourced({"gamble",
               "What may succeed or fail: worth chance x win + (1 - chance) x loss - cost.",
               {{"chance", "credence", "that it succeeds, 0 to 1", required},
                {"win", "points", "what success is worth, 0 to 100", required},
                {"loss", "points", "what failure is worth, 0 to 100", required},
                {"cost", "points", "what it costs either way, 0 to 100; default 0"}}}),
  };
}

std::vector<Form> party_forms() {
  return {
      sourced({"party",
               "A side whose consent the agreement needs.",
               {{"name", "line", "the name to show"},
                {"principals", "map of principal", "those inside whose approval counts"},
                {"consent", "consent", "whose approval is needed; default: every principal that is not advisory"},
                {"preferences", "preferences", "how it values packages"},
                {"utilities", "utilities", "numbers for its options, in place of preferences"},
                {"reservation", "dated values", "the least value, 0 to 100, that it consents to"},
                {"no-deal", "no-deal", "what happens without agreement"},
                {"red-lines", "list of demand", "options that it excludes whatever else is offered"},
                {"aspirations", "list of demand", "what it asks for in public"}}}),
      sourced({"principal",
               "Someone inside a party whose approval counts.",
               {{"name", "line", "the name to show"},
                {"advisory", "yes or no", "true: heard, but does not bind"},
                {"delay", "delay or time", "how long its approval takes, such as 1..3 days"},
                {"reservation", "dated values", "the least value, 0 to 100, that it consents to"},
                {"preferences", "preferences", "only what differs from its party"},
                {"red-lines", "list of demand", "options that it excludes, beside those of its party"}}}),
      sourced({"utilities",
               "What packages are worth as plain numbers, as files of other tools state it: no weights, no ranges.",
               {{"options", "map of option utilities", "issue: a number for each of its options", required},
                {"base", "utility", "what every package is worth, whatever its options; default 0"},
                {"together", "list of utility of a combination", "what combinations of options add"},
                {"reservation", "utility", "the least that it consents to; default: anything"},
                {"discount", "utility", "what is left of a utility when all time is used up, above 0 to 1"}}}),
      {"utility of a combination",
       "A number that counts when options come together.",
       {{"name", "line", "the name to show"},
        {"if", "conditions", "the combination", required},
        {"adds", "utility", "what it adds; a negative number takes", required}}},
      {"gate",
       "Whose approval is needed.",
       {{"all", "list of approver", "all of these"},
        {"any", "list of approver", "any one of these"},
        {"at-least", "whole number", "so many of those listed in 'of'"},
        {"of", "list of approver", "together with at-least"},
        {"in-turn", "yes or no", "true, with all: each is asked when the one before has approved; else all at once"}}},
      {"disputed consent",
       "What several sources say of whose approval is needed.",
       {{"either", "list of consent claim", "what each says; one of them is true", required}}},
      sourced({"consent claim",
               "One of several things that are said of whose approval is needed.",
               {{"consent", "approver", "whose approval is needed", required},
                {"weight", "number", "how much it counts beside the others, above 0; default 1"}}}),
      sourced(
          {"no-deal",
           "What happens without agreement. 'from' holds for every number of the block.",
           {{"flow", "dated values", "what going on talking is worth, 0 to 100"},
            {"breakdown", "dated values", "what a breakdown of the talks is worth, 0 to 100"},
            {"breakdown-chance", "dated chances",
             "that the talks break down within a stretch of time, such as {value: 0.1, per: 1 week}"},
            {"patience", "patience or credence",
             "what is left of a value that comes a stretch of time later, 0 to 1, such as {value: 0.98, per: 1 week}"},
            {"exits", "map of exit", "what the side could do instead"}}}),
      sourced({"exit",
               "Something that a side could do instead of talking on.",
               {{"name", "line", "the name to show"},
                {"value", "exit values", "what it is worth, 0 to 100, or a gamble", required},
                {"opens", "date", "the first day on which it can be chosen"},
                {"closes", "date", "the last day on which it can be chosen"},
                {"after", "exit id", "another exit of this party that must have opened and been prepared before"},
                {"preparation", "delay or time", "from the day on which it could be chosen until it is there"}}}),
      sourced({"exit value",
               "What an exit is worth: a value or a gamble.",
               {{"since", "date", "from this day on"},
                {"when", "stance position", "third-party.stance: position"},
                {"value", "number or range", "0 to 100"},
                {"range", "number or range", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"gamble", "gamble", "what the value follows from, in place of it"}}}),
      sourced({"dated chance",
               "A chance that holds from a date on, or while a third party holds a position.",
               {{"since", "date", "from this day on"},
                {"when", "stance position", "third-party.stance: position"},
                {"value", "number or range", "0 to 1"},
                {"range", "number or range", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"per", "days", "within how much time, the same for chance and patience; default 1 week"}}}),
      sourced({"patience",
               "What is left of a value that comes later.",
               {{"value", "number or range", "0 to 1"},
                {"range", "number or range", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"per", "days", "how much later, the same for chance and patience; default 1 week"}}}),
      sourced(
          {"dated value",
           "A value that holds from a date on, or while a third party holds a position.",
           {{"since", "date", "from this day on"},
            {"when", "stance position", "third-party.stance: position"},
            {"value", "number or range", "0 to 100"},
            {"range", "number or range", "the same as value"},
            {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"}}}),
      sourced(
          {"third party",
           "Mediator, ally, guarantor, observer or host: takes part, does not consent.",
           {{"name", "line", "the name to show"},
            {"roles", "one or list of role", "mediator, observer, host, guarantor, guarantor of PARTY, ally of PARTY"},
            {"channels", "one or list of party id", "parties that it can carry messages to"},
            {"stances", "map of stance", "what it holds to on some matter"}}}),
      sourced({"stance",
               "What a third party holds to on one matter.",
               {{"name", "line", "the name to show"},
                {"positions", "list of line", "the positions that it could take", required},
                {"now", "line", "the position that it is in, if known"},
                {"chances", "chances", "where that is not known: how likely each position is, 0 to 1"}}}),
  };
}

std::vector<Form> lever_forms() {
  return {
      sourced({"lever",
               "A named change to the case: what if.",
               {{"name", "line", "the name to show"},
                {"changes", "list of change", "what it changes, one thing in each", required}}}),
      sourced({"change",
               "One thing that a lever changes. Without 'of', for every party.",
               {{"of", "party or principal", "whose"},
                {"stance", "stance position", "third-party.stance: the position that it takes"},
                {"credence", "map of credence", "phase: belief, 0 to 1, that it will be reached"},
                {"reservation", "points", "the least value, 0 to 100, that is consented to"},
                {"exit", "exit id", "an exit: its new value, or closed"},
                {"value", "number or range", "of an exit: what it is worth, 0 to 100"},
                {"range", "number or range", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"gamble", "gamble", "of an exit: what its value follows from, in place of it"},
                {"since", "date", "of an exit: from this day on"},
                {"closed", "yes or no", "of an exit: true, it cannot be chosen"},
                {"breakdown", "points", "what a breakdown of the talks is worth, 0 to 100"},
                {"breakdown-chance", "credence", "that the talks break down within the party's stretch of time"},
                {"delay", "delay or time", "how long an approval takes"},
                {"terms", "conditions", "options that packages are held to"},
                {"red-line-lifted", "conditions", "options that are excluded no longer"}}}),
  };
}

std::vector<Form> exchange_forms() {
  return {
      sourced(
          {"exchange",
           "Who hands over what to whom, and how it is to be done.",
           {{"categories", "map of category", "what is handed over: people of one kind, or things", required},
            {"crossings", "map of crossing", "places through which several categories go"},
            {"order", "list of exchange order", "all of some categories before any of others"},
            {"ratios", "list of exchange ratio", "so many of one category for each of another"},
            {"guarantees", "list of exchange guarantee", "what a side would lose by stopping, whatever is exchanged"},
            {"handover", "handover", "in turn (default), or together: all sides at once, through a neutral"},
            {"through", "third party id", "the neutral through which things are handed over"},
            {"every", "days", "from one handover to the next, at least; default 1 day"},
            {"detection", "time", "until a monitor sees that a side has stopped"},
            {"schedule", "list of planned handover", "the schedule that is on the table"}}}),
      sourced(
          {"category",
           "People of one kind, or things, that one party hands over to another. How many are agreed, listed, "
           "verified, willing and handed over are five numbers.",
           {{"name", "line", "the name to show"},
            {"by", "party id", "who hands over", required},
            {"to", "party id", "who receives; with two parties, the other one"},
            {"issue", "issue id", "the count issue whose number in the text is what is agreed"},
            {"agreed", "count", "how many are agreed, where no issue says it"},
            {"listed", "count", "of these, how many are on lists of names"},
            {"verified", "count", "how many of the listed have been verified"},
            {"consenting", "count", "how many want to go where they would be handed over to"},
            {"delivered", "count", "how many have been handed over already"},
            {"unit", "line", "what is counted; default: the unit of the issue"},
            {"things", "yes or no", "true: things, not people"},
            {"humanitarian", "yes or no", "true: before whatever else its side hands over in the phase"},
            {"phase", "phase id", "the phase in which it is handed over; default: the issue's, or the first"},
            {"block", "whole number", "how many are handed over at a time, default 1"},
            {"capacity", "capacity", "how many can be handed over in a stretch of time"},
            {"crossing", "crossing id", "the crossing through which they go"},
            {"priority", "map of points or priority",
             "party: points, out of its own 100 for all that is exchanged, that it states for the whole category"}}}),
      sourced({"priority",
               "What a side states for a whole category, out of its own 100 points.",
               {{"value", "number or range", "points, or a range of them"},
                {"range", "number or range", "the same as value"},
                {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"},
                {"remaining", "remainder shape",
                 "even (default); diminishing: the last ones that remain count most; growing: the first ones do"}}}),
      sourced({"capacity",
               "How much can be handed over.",
               {{"most", "whole number", "how many", required}, {"per", "days", "in how many days, default 1 day"}}}),
      sourced({"crossing",
               "A place through which several categories go.",
               {{"name", "line", "the name to show"},
                {"capacity", "capacity", "how many can go through, all categories together", required}}}),
      sourced({"exchange order",
               "All of some categories before any of others.",
               {{"first", "one or list of category id", "these", required},
                {"then", "one or list of category id", "before these", required}}}),
      sourced({"exchange ratio",
               "So many of one category for each of another.",
               {{"of", "category id", "the one", required},
                {"each", "category id", "the other", required},
                {"number", "number", "how many of the one for each of the other", required}}}),
      sourced(
          {"exchange guarantee",
           "What a side would lose by stopping, in points out of its own 100 for all that is exchanged.",
           {{"of", "party id", "whose", required},
            {"held-by", "third party id", "the third party that holds it, where it is a deposit"},
            {"value", "number or range", "points, or a range of them"},
            {"range", "number or range", "the same as value"},
            {"either", "list of claim or amount", "where statements differ: what each says; one of them is true"}}}),
      {"planned handover",
       "One handover of the schedule that is on the table.",
       {{"day", "whole number", "on which day of the exchange, from 1", required},
        {"hand-over", "map of whole number", "category: how many", required}}},
  };
}

std::vector<Form> frame_forms() {
  return {
      {"case",
       "Everything known about one set of talks.",
       {{"parley", "version", "the version of this format: 1", required},
        {"title", "line", "what the talks are about", required},
        {"as-of", "date", "the day on which this was the state of things"},
        {"stalemate-after", "days", "days without a move after which the talks stand still, default 14 days"},
        {"sources", "map of source", "where statements come from"},
        {"phases", "map of phase", "stretches of the agreement, default: a single one called agreement"},
        {"parties", "map of party", "the sides whose consent the agreement needs", required},
        {"third-parties", "map of third party", "mediators, allies, guarantors, observers, hosts"},
        {"issues", "map of issue", "what is negotiated", required},
        {"rules", "list of rule", "what every package must obey"},
        {"proposals", "map of proposal", "tabled texts, earlier ones first"},
        {"responses", "list of response", "who answered what"},
        {"approvals", "list of approval", "approvals asked for"},
        {"events", "list of event", "what happened in the talks"},
        {"levers", "map of lever", "named changes to the case: what if"},
        {"exchange", "exchange", "who hands over what to whom, and how"}}},
      {"source",
       "Where statements come from.",
       {{"title", "line", "what it is", required},
        {"date", "date", "when it was published or said"},
        {"grade", "grade", "reliability of the source A to F and of what it says 1 to 6, such as B2"},
        {"assumptions", "yes or no", "true: everything from here is the analyst's own estimate"}}},
      sourced({"phase",
               "A stretch of the agreement.",
               {{"name", "line", "the name to show"},
                {"duration", "time", "how long it lasts, such as 6 weeks or 4..6 weeks"},
                {"after", "phase id", "the phase that must be carried out before"},
                {"if", "line", "what must hold before it begins"},
                {"until", "line", "what ends it"},
                {"otherwise", "line", "what holds if it fails"}}}),
      sourced({"issue",
               "What is negotiated: one of options, scale, count, duration, share.",
               {{"name", "line", "the name to show"},
                {"phase", "phase id", "the phase for which it is settled; not needed when there is only one"},
                {"options", "list of line", "possible values without an order"},
                {"scale", "list of line", "possible values in their order"},
                {"count", "number steps", "whole numbers, such as 0..1500 step 100"},
                {"duration", "time steps", "such as 4..12 weeks step 1"},
                {"share", "two parties", "the two parties between whom it is divided, in percent of the first"},
                {"unit", "line", "what a count counts"},
                {"step", "whole number", "a share's step in percent, default 5"}}}),
      sourced({"rule",
               "What every package must obey: if and then, not-both, ratio or total.",
               {{"name", "line", "the name to show"},
                {"if", "conditions", "when all of these hold"},
                {"then", "conditions", "all of these must hold"},
                {"not-both", "list of conditions", "not all of these together"},
                {"ratio", "ratio", "bounds on one number as a multiple of another"},
                {"total", "total", "bounds on a sum of numbers"}}}),
      {"ratio",
       "at-least x 'to' <= 'of' <= at-most x 'to'.",
       {{"of", "issue id", "a count, duration or share", required},
        {"to", "issue id", "another one", required},
        {"at-least", "number", "the least multiple"},
        {"at-most", "number", "the greatest multiple"}}},
      {"total",
       "at-least <= the sum of 'of' <= at-most.",
       {{"of", "list of issue id", "counts, durations or shares", required},
        {"at-least", "number", "the least sum"},
        {"at-most", "number", "the greatest sum"}}},
  };
}

}  // namespace

std::vector<std::string> Form::names() const {
  std::vector<std::string> names;
  for (const Key& key : keys) names.emplace_back(key.name);
  return names;
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all = [] {
    std::vector<Form> result;
    for (auto&& group :
         {frame_forms(), party_forms(), preference_forms(), talks_forms(), lever_forms(), exchange_forms()})
      result.insert(result.end(), group.begin(), group.end());
    return result;
  }();
  return all;
}

const std::vector<Form>& record_forms() {
  static const std::vector<Form> all{
      sourced({"correction",
               "An entry of the record that was wrong, and how it should read.",
               {{"kind", "line", "correction", required},
                {"of", "whole number", "the number of the entry that was wrong", required},
                {"event", "event", "the whole event as it should read; without it, the entry is withdrawn"},
                {"date", "date", "when the mistake was found"},
                {"why", "line", "what was wrong", required}}}),
      sourced({"opening",
               "Where a record starts: from here on it tells the talks, and those in the case file are set aside.",
               {{"kind", "line", "opening", required},
                {"date", "date", "from when on"},
                {"what", "text", "why the record was started"}}}),
  };
  return all;
}

const std::vector<Form>& column_map_forms() {
  static const std::vector<Form> all{
      {"column map",
       "What the columns of a table of events are.",
       {{"like", "built-in map", "the map that this one starts from: parley or plover"},
        {"separator", "separator", "comma, semicolon or tab; default: what the first line has most of"},
        {"empty", "list of line", "texts that stand for an empty cell, such as None"},
        {"keys", "map of column", "key of an event: the column that gives it"},
        {"actors", "map of line", "a name in the table: the party, party/principal or third party that it means"},
        {"unknown-actors", "unknown actors",
         "what becomes of names that nobody in the case has: problem (default), leave out the name, leave out the row"},
        {"leave-out", "list of left out", "rows that are not to be read"},
        {"source", "table source", "where the table comes from; its rows are from there"}}},
      {"column",
       "What gives one key of an event: a column or several, or always the same.",
       {{"column", "line", "the name of the column"},
        {"columns", "list of line", "several columns, of which the cells that are not empty are joined"},
        {"joined", "text", "what stands between the cells of several columns; default ', '"},
        {"named", "yes or no", "true: each cell of several columns stands behind the name of its column"},
        {"always", "line", "the same for every row"},
        {"optional", "yes or no", "true: a table that does not have the column is fine"},
        {"words", "map of line", "a word in the table: what it means here, or 'leave out' for the row"},
        {"others", "line", "what any other word means, or 'leave out' for the row"},
        {"between", "text", "what stands between several things in one cell"},
        {"form", "date form", "how its dates are written, such as day.month.year"}}},
      {"left out",
       "Rows that are not to be read, by what stands in a column.",
       {{"column", "line", "the name of the column", required},
        {"is", "one or list of line", "rows with one of these"},
        {"is-not", "one or list of line", "rows with anything else"},
        {"filled", "yes or no", "true: rows with anything at all"},
        {"optional", "yes or no", "true: a table that does not have the column is fine"}}},
      {"table source",
       "Where a table comes from; entered with it when the case does not know it.",
       {{"id", "id", "the word to speak of it by", required},
        {"title", "line", "what it is", required},
        {"date", "date", "when it was published"},
        {"grade", "grade", "reliability of the source A to F and of what it says 1 to 6, such as B2"},
        {"assumptions", "yes or no", "true: everything from here is an estimate"}}},
  };
  return all;
}

const Form& form(std::string_view name) {
  for (const auto* group : {&forms(), &record_forms(), &column_map_forms()}) {
    const auto found = std::ranges::find_if(*group, [&](const Form& one) { return same_word(one.name, name); });
    if (found != group->end()) return *found;
  }
  assert(false);
  return forms().front();
}

const std::vector<std::string>& event_kinds() {
  static const std::vector<std::string> kinds{"meeting", "consultation",   "statement", "demand",     "warning",
                                              "threat",  "recommendation", "uptake",    "assessment", "incident"};
  return kinds;
}

const std::vector<std::string>& element_words() {
  static const std::vector<std::string> words = words_of(elements);
  return words;
}

const std::vector<std::string>& provision_words() {
  static const std::vector<std::string> words = words_of(provisions);
  return words;
}

const std::vector<std::string>& reserved_words() {
  static const std::vector<std::string> words{"from", "note", "not", "shape", "best", "at", "order", "points"};
  return words;
}

}  // namespace parley
