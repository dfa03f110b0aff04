/** Readable on a screen, light or dark, and black on white on A4. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #555; --line: #bbb; --notice: #7a4a00; --added: #0b5d1e; --removed: #9b1c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16181b; --soft: #b5b5b5; --line: #555; --notice: #ffc877; --added: #8fdc9f; --removed: #ff9c9c; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 11pt/1.45 Georgia, "Times New Roman", serif; }
main { max-width: 46em; margin: 0 auto; padding: 2em 1.2em; }
h1 { font-size: 1.6em; text-align: center; margin: 0 0 .8em; }
h2 { font-size: 1.2em; border-bottom: 1px solid var(--line); margin: 1.6em 0 .6em; }
h3 { font-size: 1.05em; margin: 1.2em 0 .3em; }
h2, h3 { break-after: avoid; }
.mark { font-weight: normal; font-style: italic; color: var(--soft); }
.mark::before { content: "("; } .mark::after { content: ")"; }
.notice { border: 2px solid var(--notice); color: var(--notice); padding: .5em .8em; font-weight: bold; }
dl { margin: 0; } dl > div { display: flex; gap: .6em; } dd { margin: 0; flex: 1; overflow-wrap: anywhere; }
.head dt { flex: 0 0 13em; color: var(--soft); } .head > div { margin: .15em 0; }
.notes { font-size: .85em; color: var(--soft); margin-top: .2em; } .notes dt { font-style: italic; } .notes dt::after { content: ":"; }
.clauses { list-style: none; margin: 0; padding: 0; }
.clauses li { display: flex; gap: .6em; margin: .2em 0; break-inside: avoid; }
.number { flex: 0 0 auto; min-width: 3em; font-variant-numeric: tabular-nums; }
${Array.from({ length: 9 }, (_, depth) => `.d${depth} { margin-inline-start: ${depth * 1.6}em !important; }`).join("\n")}
.added { color: var(--added); } .removed { color: var(--removed); }
.removed > div { text-decoration: line-through; } .removed b { display: inline-block; text-decoration: none; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .88em; }
th, td { border: 1px solid var(--line); padding: .3em .5em; text-align: left; vertical-align: top; } tr { break-inside: avoid; }
.signature { margin-top: 3em; break-inside: avoid; } .signature dl > div { margin-top: 1.4em; } .signature dt { flex: 0 0 11em; } .signature dd { border-bottom: 1px solid var(--ink); }
footer { margin-top: 2.5em; font-size: .78em; color: var(--soft); overflow-wrap: anywhere; }
@page { size: A4; margin: 2cm; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #333; --line: #888; --notice: #000; --added: #000; --removed: #000; } main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`;
