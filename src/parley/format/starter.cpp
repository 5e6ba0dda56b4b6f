#include "parley/format/starter.h"

namespace parley {

std::string starter_case() {
  return R"(# A case to begin with: two invented towns and the ferry between them. Replace it by your own, part by part.
# docs/case-format.md explains every part; 'parley check FILE' tells what is wrong, with the line.
parley: 1
title: The ferry between Easthaven and Westhaven
as-of: 2024-05-20
stalemate-after: 14 days        # after so many days without a move the talks count as standing still

# Where statements come from. What has no source, or one that is marked so, is an assumption and is shown as one.
sources:
  minutes: {title: Minutes of the harbour council, date: 2024-05-12, grade: B2}
  us: {title: Our own estimates, grade: F6, assumptions: true}

# Stretches of the agreement. Without this part there is a single one.
phases:
  trial: {duration: 6 months, until: the season is over, otherwise: the old timetable returns}
  lasting: {after: trial, if: both towns confirm}

parties:
  easthaven:
    name: Easthaven
    # Those inside whose approval counts. Without this part the party speaks for itself.
    principals:
      delegation: {name: delegation}
      town-council: {name: town council, delay: 3..10 days}
    consent: {all: [delegation, town-council]}   # also {any: [...]} and {at-least: 2, of: [...]}
    preferences:
      from: us
      # Points out of 100 for moving an issue from its worst to its best option: a number or a range.
      weights: {crossings: 30..45, night: 10..20, upkeep: 25..40, harbour: 10..20}
      values:
        crossings: {shape: diminishing, best: high}   # the first crossings are worth most
        night: {none: 0, weekends: 60..80, daily: 100}
        harbour: {east: 100, west: 0, both: 50..70}
        # upkeep is divided between the two parties; without a line here each wants to keep what it claims
      credence: {lasting: 0.5..0.8}                   # how far it believes that this phase will come
    reservation: 40..50                               # the least value, 0 to 100, that it says yes to
    aspirations:
      - {night: daily, from: minutes}

  westhaven:
    name: Westhaven
    preferences:
      from: us
      order: [upkeep, night, crossings]               # the most important first
      weights: {crossings: 5..30, night: 10..40, upkeep: 20..60, harbour: 10..20}
      values:
        crossings: {points: {4: 0, 8: 80, 16: 100}}   # straight lines between the points
        night: {order: [none, weekends, daily]}       # best first, nothing else is known
        harbour: {east: 0, west: 100, both: 50..70}
      credence: {lasting: 0.5..0.8}
    red-lines:
      - {harbour: east, from: minutes}                # not acceptable whatever else is offered
    no-deal:
      from: us
      flow: 35..45                                    # what going on talking is worth, 0 to 100
      breakdown: 10..20                               # what it is worth if the talks break down
      exits:
        own-ferry:
          name: a ferry of its own
          value:
            - {value: 30..40}
            - {since: 2024-09-01, value: 20..30}
            - {value: 40..50, when: {province.subsidy: granted}}

third-parties:
  province:
    name: the province
    roles: [mediator, guarantor]
    channels: [easthaven, westhaven]
    stances:
      subsidy: {positions: [granted, open, refused], now: open, from: minutes}

issues:
  crossings: {phase: trial, count: 4..16 step 2, unit: crossings a day}
  night: {phase: trial, scale: [none, weekends, daily], name: night crossings}
  upkeep: {phase: lasting, share: [easthaven, westhaven], step: 10, name: use of the upkeep fund}
  harbour: {phase: lasting, options: [east, west, both], name: home harbour}

# What every agreement must obey.
rules:
  - {if: {night: daily}, then: {crossings: ">= 8"}, name: night crossings need day crossings}

# Tabled texts. Every issue is settled under 'terms' or left open under 'open'.
proposals:
  first-draft:
    date: 2024-05-06
    by: province
    terms: {crossings: 8, night: weekends, upkeep: 50}
    open: [harbour]
    from: minutes
  second-draft:
    date: 2024-05-10
    by: province
    parent: first-draft           # what is not said here stays as it was
    terms: {crossings: 10}
    open: [{harbour: [west, both]}]
    from: minutes

responses:
  - {to: first-draft, by: westhaven, answer: reject, date: 2024-05-08, from: minutes}
  - {to: second-draft, by: easthaven/delegation, answer: accept, date: 2024-05-11, from: minutes}

approvals:
  - {to: second-draft, of: easthaven/town-council, answer: pending, asked: 2024-05-11, from: minutes}

events:
  - {date: 2024-05-12, kind: meeting, who: [easthaven, westhaven, province], where: the customs house, from: minutes}
)";
}

}  // namespace parley
