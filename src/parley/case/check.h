#pragma once

#include "parley/case/case.h"

namespace parley {

/// Every way in which a case contradicts itself, each with its place and its mend, in the order of the file:
/// - numbers outside of their bounds: weights, points and values 0 to 100, credences and chances 0 to 1, no negative
///   times;
/// - statements that differ of which there is only one, or one with a weight not above 0;
/// - delays whose least, typical and most are out of order, or that last more than a century;
/// - chances of a stance's positions that cannot add up to 1, or beside a position that is known;
/// - values of one thing that hold from the same day on in the same case;
/// - exits that close before they open, or that wait for themselves, directly or around a circle;
/// - exits whose gamble may be worth less than 0 or more than 100;
/// - levers that change nothing, the same thing twice, or a red line that nobody has, or whose terms no package can
///   have together with the rules;
/// - weights and points that cannot add up to 100 for a party or principal, or whose order contradicts their ranges;
/// - issues without a weight, or that may matter without option values, for a party, or for a principal through its own
///   statements: a party states the whole, its principals only what differs;
/// - utilities beside preferences or a second reservation value, too large to be added up, or a discount outside of 0
/// to 1;
/// - phases that wait for themselves, directly or around a circle;
/// - credences that rise from a phase to one that waits for it (a phase without one counts as certain);
/// - rules that exclude every package, alone or together; a rule that names an issue twice on one side;
/// - proposals that break a rule in every completion, or that are dated before their parents;
/// - clauses with one id in one text, with brackets that are nested, empty or not closed; a clause in brackets whose
///   issues the terms all settle; an issue that the terms leave open while every clause about it is without brackets;
/// - responses and approvals dated before the proposal;
/// - consent trees (each, where statements differ) that name nobody, ask for more approvals than can count, or rest on
/// advisory principals only; more
///   principals or ways to consent than can be looked at (64 and 1,000, all parties together);
/// - red lines of a party, or of a principal together with its party's, on every option of an issue.
/// Expects indices in range (the reader sees to that). Time and memory are bounded: rules are checked exactly as long
/// as the effort lasts, and a case beyond it is reported as too entangled, not passed silently.
Problems check(const Case& c);

}  // namespace parley
