/** Readable on a screen, light or dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #555; --line: #bbb; --eligible: #0b6b3a; --ineligible: #b3261e; --undetermined: #b86e00; --out-of-scope: #767c83; --other: #5a5fb0; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16181b; --soft: #b5b5b5; --line: #555; --eligible: #5fc98a; --ineligible: #ff8a80; --undetermined: #ffc04d; --out-of-scope: #80868b; --other: #9fa4ff; } }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
.language { max-width: 60rem; margin: 0 auto; padding: 1rem 1rem 0; } .language fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 1.2rem; } .language legend { float: left; margin-inline-end: 1rem; color: var(--soft); } .language label { cursor: pointer; padding: .2rem 0; } .language input { margin-inline-end: .4em; }
:focus-visible { outline: 3px solid var(--eligible); outline-offset: 2px; }
body:has(#choose-id:checked) .page-en, body:has(#choose-en:checked) .page-id { display: none; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; border-bottom: 2px solid var(--line); margin: 2rem 0 .6rem; break-after: avoid; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
.versions { color: var(--soft); margin: 0 0 .8rem; } .first { font-size: 1.25rem; font-weight: bold; }
figure { margin: .6rem 0; break-inside: avoid; } figure svg { display: block; width: 100%; max-width: 760px; height: auto; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 .5rem; padding: 0; font-size: .9rem; } .legend i { display: inline-block; width: .9em; height: .9em; margin-inline-end: .4em; vertical-align: -.1em; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: right; } th[scope="row"], thead td { text-align: left; font-weight: normal; } tr.total > * { font-weight: bold; border-top: 2px solid var(--ink); } td.changed { font-weight: bold; } tr { break-inside: avoid; }
.examples { margin: .3rem 0 1rem; padding-inline-start: 1.4rem; font-size: .9rem; } .examples span { color: var(--soft); }
@page { size: A4; margin: 2cm; }
@media print { .language { display: none; } :root { --ink: #000; --paper: #fff; --soft: #333; --line: #888; --eligible: #0b6b3a; --ineligible: #b3261e; --undetermined: #b86e00; --out-of-scope: #767c83; --other: #5a5fb0; } main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`;
