/** Readable on a screen, light or dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #555; --line: #bbb; --protected: #0b6b3a; --unprotected: #b86e00; --unknown: #767c83; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16181b; --soft: #b5b5b5; --line: #555; --protected: #5fc98a; --unprotected: #ffc04d; --unknown: #80868b; } }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
.language { max-width: 60rem; margin: 0 auto; padding: 1rem 1rem 0; } .language fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 1.2rem; } .language legend { float: left; margin-inline-end: 1rem; color: var(--soft); } .language label { cursor: pointer; padding: .2rem 0; } .language input { margin-inline-end: .4em; }
:focus-visible { outline: 3px solid var(--protected); outline-offset: 2px; }
body:has(#choose-id:checked) .page-en, body:has(#choose-en:checked) .page-id { display: none; }
.sum { margin: .3rem 0 1rem; padding-inline-start: 1.4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; border-bottom: 2px solid var(--line); margin: 2rem 0 .6rem; break-after: avoid; }
.first { font-size: 1.25rem; font-weight: bold; }
figure { margin: .6rem 0; break-inside: avoid; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 .5rem; padding: 0; font-size: .9rem; } .legend i { display: inline-block; width: .9em; height: .9em; margin-inline-end: .4em; vertical-align: -.1em; background: currentcolor; }
.legend .protected i { color: var(--protected); } .legend .unprotected i { color: var(--unprotected); } .legend .unknown i { color: var(--unknown); }
.bar { display: grid; grid-template-columns: minmax(6rem, 14rem) 1fr 4.5rem; gap: .6rem; align-items: center; margin: .25rem 0; font-size: .9rem; } .bar span { overflow-wrap: anywhere; } .bar svg { width: 100%; height: 1.1rem; background: color-mix(in srgb, var(--line) 30%, transparent); } .bar b { text-align: right; font-variant-numeric: tabular-nums; }
rect { stroke: var(--paper); stroke-width: 2; vector-effect: non-scaling-stroke; } rect.protected, circle.protected { fill: var(--protected); } rect.unprotected { fill: var(--unprotected); } rect.unknown { fill: var(--unknown); }
.trend { width: 100%; max-width: 44rem; height: auto; } .trend text { fill: var(--ink); font-size: 12px; text-anchor: middle; } line.protected { stroke: var(--protected); stroke-width: 3; } .floor { stroke: var(--line); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: right; } td { white-space: nowrap; } th[scope="row"], thead td { text-align: left; font-weight: normal; } tr.total > * { font-weight: bold; border-top: 2px solid var(--ink); } tr { break-inside: avoid; }
@media (max-width: 40rem) { .bar { grid-template-columns: 1fr 4.5rem; } .bar span { grid-column: 1 / -1; } }
@page { size: A4; margin: 2cm; }
@media print { .language { display: none; } :root { --ink: #000; --paper: #fff; --soft: #333; --line: #888; --protected: #0b6b3a; --unprotected: #b86e00; --unknown: #767c83; } main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`;
