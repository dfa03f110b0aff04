/** Readable on a screen, light or dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #555; --line: #bbb; --tested: #0b5d1e; --tested-back: #e6f4e9; --missing: #9b1c1c; --missing-back: #fdeaea; --unsettled: #7a4a00; --unsettled-back: #fff3dd; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16181b; --soft: #b5b5b5; --line: #555; --tested: #8fdc9f; --tested-back: #16301c; --missing: #ffa3a3; --missing-back: #3a1a1a; --unsettled: #ffc877; --unsettled-back: #38290f; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; border-bottom: 2px solid var(--line); padding-top: 1.5rem; } h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
h2, h3 { break-after: avoid; }
a { color: inherit; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; } .counts > div { display: flex; gap: .5rem; } .counts dt { color: var(--soft); } .counts dd { margin: 0; font-weight: bold; font-variant-numeric: tabular-nums; }
.clause { break-inside: avoid; border-inline-start: 2px solid var(--line); padding-inline-start: .6rem; margin-block: .4rem; } .clause p { margin: 0; } .whole { border-color: var(--tested); } .lacking { border-color: var(--missing); border-inline-start-style: dashed; }
.number { color: var(--soft); font-variant-numeric: tabular-nums; }
${Array.from({ length: 9 }, (_, depth) => `.d${depth} { margin-inline-start: ${Math.max(0, depth - 2) * 1.4}rem; }`).join("\n")}
.checks, .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin: .2rem 0; padding: 0; font-size: .87rem; }
.checks li, .legend li { border: 1px solid currentcolor; border-radius: .3rem; padding: 0 .4rem; }
.tested { color: var(--tested); background: var(--tested-back); } .missing { color: var(--missing); background: var(--missing-back); font-weight: bold; border-style: dashed !important; } .unsettled { color: var(--unsettled); background: var(--unsettled-back); } .impossible { color: var(--soft); border-style: dotted !important; }
ol { padding-inline-start: 2.5rem; font-size: .9rem; } ol span { color: var(--soft); } :target { outline: 2px solid currentcolor; }
@page { size: A4; margin: 2cm; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #333; --tested: #000; --missing: #000; --unsettled: #000; --tested-back: #fff; --missing-back: #fff; --unsettled-back: #fff; } main { max-width: none; padding: 0; } a { text-decoration: none; } .policy { break-before: page; } }
`;
