#include "parley/render/html_style.h"

namespace parley::html {

// Party colours carry no judgement (no red, no green) and differ in lightness for readers who do not see hues; verdicts
// are told by shape and word alone. Text on its background keeps a contrast of at least 4.5 to 1.
std::string_view style_sheet() {
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1f2530; --soft: #566070; --line: #d9d7d1; --wash: #f3f1ec; --accent: #2b4a66;
  --heat: 71 111 148; --zone: #8d9199;
  --p0: #2f6690; --p1: #97640f; --p2: #7b5285; --p3: #2a7f78; --p4: #6b6459; --p5: #4f5d9c; --p6: #8c5a4a; --p7: #46788c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191f; --ink: #e6e4df; --soft: #a7aebb; --line: #383d47; --wash: #1f232b; --accent: #a9c7e2;
    --heat: 96 140 184; --zone: #7b818c;
    --p0: #7fb2dc; --p1: #e3b45c; --p2: #c79fd2; --p3: #6cc6bc; --p4: #bdb4a5; --p5: #a3b0ea; --p6: #d9a27d; --p7: #8fc1d6;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #111; --soft: #444; --line: #bbb; --wash: #f4f4f4; --accent: #111;
    --heat: 71 111 148; --zone: #777;
    --p0: #2f6690; --p1: #97640f; --p2: #7b5285; --p3: #2a7f78; --p4: #6b6459; --p5: #4f5d9c; --p6: #8c5a4a; --p7: #46788c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
h1, h2, h3 { font-family: ui-serif, "Iowan Old Style", Charter, Georgia, Cambria, "Noto Serif", serif; font-weight: 600; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); margin: 0 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin: 0 0 .8rem; color: var(--accent); }
h3 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
h4 { font-size: 1rem; margin: 0; }
p { margin: 0 0 .9rem; max-width: 46rem; }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .18em; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--p0); outline-offset: 3px; }
small { font-size: .86em; color: var(--soft); }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; }
ul, ol { padding-left: 1.2rem; margin: 0 0 1rem; max-width: 46rem; }
li { margin: .2rem 0; }
section { border-top: 1px solid var(--line); margin-top: 2.8rem; padding-top: 1.6rem; }
header { border-top: 4px solid var(--accent); padding-top: 1.4rem; }
.eyebrow { text-transform: uppercase; letter-spacing: .12em; font-size: .78rem; color: var(--soft); margin: 0 0 .5rem; }
.as-of { color: var(--soft); margin-bottom: 1.4rem; }
.basis { max-width: 46rem; font-size: .92rem; }
.basis p { margin-bottom: .4rem; }
.basis ul { margin: .5rem 0 0; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-top: 1.6rem; font-size: .9rem; }
.lead { font-size: 1.08rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; font-size: .88rem; color: var(--soft); }

.summary { background: var(--wash); border: 1px solid var(--line); padding: 1.4rem 1.4rem .6rem; margin-top: 1.6rem; }
.summary dl, .words dl { margin: 0; }
.summary dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: .2rem 1.4rem; padding: .7rem 0; border-top: 1px solid var(--line); }
.words dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: .2rem 1.4rem; padding: .35rem 0; font-size: .92rem; }
dt { font-weight: 600; }
dt a { text-decoration: none; }
dd { margin: 0; max-width: 40rem; }

.scroll { overflow-x: auto; margin: 1.2rem 0 1.6rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding-bottom: .45rem; caption-side: top; }
th, td { overflow-wrap: break-word; max-width: 26rem; text-align: left; vertical-align: top; padding: .42rem .9rem .42rem 0; border-top: 1px solid var(--line); min-width: 4.5rem; }
thead th { border-top: 0; border-bottom: 1px solid var(--soft); font-size: .88em; color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody tr:first-child > * { border-top: 0; }
td small, th small, .principal small { display: block; font-weight: 400; }
td > div + div { margin-top: .45rem; }
.figure { white-space: nowrap; }
.causes tbody th { width: 46%; font-weight: 400; }
.causes .bar-cell { width: 38%; min-width: 7rem; }
.gains .bar-cell { width: 40%; min-width: 7rem; padding-right: .9rem; }
.bar-cell { vertical-align: middle; padding-right: 0; }
.packages { font-size: .85rem; }
.packages .same { color: var(--soft); }
.statements { font-size: .8rem; line-height: 1.3; }
.statements tbody th { width: 36%; font-weight: 400; }
.statements td, .statements th { padding-top: .25rem; padding-bottom: .25rem; }
.statements td:first-child { min-width: 2.5rem; color: var(--soft); }
.map td.heat { background: rgb(var(--heat) / calc(var(--w) * .45)); border: 2px solid var(--paper); padding: .4rem .6rem; min-width: 6.5rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.map td.heat small { display: inline; margin-left: .4rem; color: var(--ink); }
.map td.heat span { display: block; font-size: .85rem; }

.timeline { list-style: none; padding: 0; }
.timeline li { display: grid; grid-template-columns: 8.5rem 1fr; gap: .2rem 1rem; padding: .35rem 0; }
.timeline small { display: block; }
.timeline .date { color: var(--soft); font-size: .88rem; padding-top: .1rem; }

.clauses { max-width: 46rem; }
.clauses > li { margin: .55rem 0; }
.clauses small { display: block; }
.bracket { background: var(--wash); border-bottom: 2px dotted var(--soft); }
ins { text-decoration: underline; text-decoration-thickness: .12em; text-underline-offset: .16em; font-weight: 600; }
del { color: var(--soft); }

.side { border-left: 4px solid var(--mine, var(--line)); padding-left: 1.1rem; margin: 1.6rem 0 2rem; }
.side > p { margin: .2rem 0 .6rem; }
.side .scroll { margin: 1rem 0 .6rem; }
.gate { display: block; width: fit-content; font-size: .82rem; color: var(--soft); border: 1px solid var(--line); padding: .05rem .5rem; border-radius: 1rem; background: var(--wash); }
.tree { list-style: none; margin: 0 0 .3rem .9rem; padding: 0; max-width: none; }
.tree > li { position: relative; margin: 0; padding: .45rem 0 .2rem 1.2rem; }
.tree > li::before { content: ""; position: absolute; left: 0; top: 0; height: 1.25rem; width: .8rem; border-left: 1px solid var(--soft); border-bottom: 1px solid var(--soft); }
.tree > li:not(:last-child)::after { content: ""; position: absolute; left: 0; top: 0; bottom: 0; border-left: 1px solid var(--soft); }
.principal, .scale { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 24rem); gap: .2rem 1.4rem; align-items: start; font-size: .95rem; }
.scale > div { grid-column: -2; }
.verdict { white-space: nowrap; }
.sign { width: 1em; height: 1em; vertical-align: -.13em; margin-right: .35em; }
.full { fill: var(--ink); } .rim { fill: none; stroke: var(--ink); stroke-width: 1.4; } .dotted { stroke-dasharray: 2 2; }
.cut { fill: none; stroke: var(--paper); stroke-width: 1.7; }
.change { display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); gap: 0 2rem; border-top: 1px solid var(--line); padding-top: .9rem; }
.change h3 { margin-top: 0; }
.change .scroll { margin-top: 0; }

.party-0 { --mine: var(--p0); } .party-1 { --mine: var(--p1); } .party-2 { --mine: var(--p2); } .party-3 { --mine: var(--p3); }
.party-4 { --mine: var(--p4); } .party-5 { --mine: var(--p5); } .party-6 { --mine: var(--p6); } .party-7 { --mine: var(--p7); }
.definitions { position: absolute; }
.stroke { stroke: var(--mine); stroke-width: 2; }
.bar { display: block; overflow: visible; }
.solid { fill: var(--mine); stroke: var(--mine); }
.hatched { stroke: var(--mine); }
.share { fill: var(--accent); }
.sourced { fill: var(--accent); } .assumed { fill: none; stroke: var(--accent); }
.track { stroke: var(--line); }
.zero { stroke: var(--ink); stroke-width: 1.5; }
.central-rim { stroke: var(--paper); stroke-width: 5; } .central { stroke: var(--ink); stroke-width: 2.5; }
.spread { stroke: var(--ink); stroke-width: 1.5; }
.tick { font-size: 12px; fill: var(--soft); }

figure { margin: 1.4rem 0; }
figcaption { font-size: .86rem; color: var(--soft); margin-top: .6rem; max-width: 40rem; }
.picture { display: block; width: 100%; max-width: 38rem; height: auto; }
.picture text { font-family: inherit; }
.node { font-size: 15px; fill: var(--ink); } .node-box { fill: var(--wash); stroke: var(--line); }
.node-box.decides { stroke: var(--ink); stroke-width: 2; }
.branch { fill: none; stroke: var(--soft); } .branch.heard { stroke-dasharray: 3 3; }
.picture .tick { font-size: 14px; } .picture .note { font-size: 14px; fill: var(--soft); }
.picture .name { font-size: 16px; font-weight: 600; fill: var(--mine); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.picture .name .note { font-weight: 400; }
.grid { stroke: var(--line); stroke-width: .7; }
.axis { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.zone-line { stroke: var(--zone); stroke-width: 1.1; }
.zone { stroke: none; opacity: .55; }
.floor { stroke: var(--mine); stroke-width: 1.8; stroke-dasharray: 6 4; }
.steps { fill: none; stroke: var(--soft); stroke-width: .8; }
.dot { fill: var(--ink); } .dot.outside { fill: var(--paper); stroke: var(--zone); stroke-width: 1.1; }
.leader { stroke: var(--ink); stroke-width: .9; }
.marked { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.badge text { font-size: 13px; font-weight: 700; text-anchor: middle; }
.badge.text circle { fill: var(--ink); stroke: var(--paper); } .badge.text text { fill: var(--paper); }
.badge.amendment rect, .badge.viewpoint path { fill: var(--paper); stroke: var(--ink); stroke-width: 1.4; }
.badge.amendment text, .badge.viewpoint text { fill: var(--ink); }
.key { display: flex; align-items: center; gap: .5rem; font-weight: 400; }
.badge-box { flex: none; width: 1.6rem; height: 1.6rem; }
.line { fill: none; }
.line.other { stroke: var(--soft); stroke-width: .6; opacity: .3; }
.line.text { stroke: var(--ink); stroke-width: 2; } .line.amendment { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 6 3; }
.line.viewpoint { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 1.5 3; }
.reach { stroke: var(--mine); stroke-width: 6; } .floor-mark { stroke: var(--mine); stroke-width: 3; }
@media (min-width: 60rem) {
  .beside { display: grid; grid-template-columns: 33rem minmax(0, 1fr); gap: 0 2rem; align-items: start; }
}
@media (max-width: 40rem) {
  body { padding: 1.4rem 1rem 2rem; }
  .summary { padding: 1rem 1rem .3rem; }
  .summary dl > div, .words dl > div, .timeline li, .principal, .scale, .change { grid-template-columns: minmax(0, 1fr); }
  .side { padding-left: .8rem; }
  .tree { margin-left: .2rem; }
  .causes tbody th, .causes .bar-cell, .gains .bar-cell { width: auto; min-width: 4.5rem; }
  .scale > div { grid-column: 1; }
}
@page { size: A4; margin: 17mm 16mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.6pt; line-height: 1.42; }
  nav { display: none; }
  a { text-decoration: none; }
  .scroll { overflow: visible; }
  table { font-size: 8.6pt; }
  .lead { break-inside: avoid; }
  .statements { font-size: 7.4pt; } .statements td:first-child { min-width: .8cm; } .packages { font-size: 7.8pt; }
  th, td { min-width: 2.1cm; padding-right: .6rem; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr, li, figure, .principal, .change, .summary dl > div { break-inside: avoid; }
  .scroll:not(:has(.statements)), .tree { break-inside: avoid; }
  h2, h3, h4, h4 + p, .lead, caption, thead, .gate { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  section { margin-top: 1.6rem; padding-top: 1rem; }
  .picture { max-width: 11cm; }
  .summary dl > div, .words dl > div { grid-template-columns: 4.2cm 1fr; }
  .change { grid-template-columns: 6.2cm minmax(0, 1fr); }
  .principal, .scale { grid-template-columns: minmax(0, 1fr) 7.5cm; }
}
)css";
}

}  // namespace parley::html
