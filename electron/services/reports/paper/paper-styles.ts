/** Look of a form to be filled in by hand: dark lines, room for handwriting, nothing cut across pages. */

const widths = (from: number, to: number, rule: (width: number) => string): string =>
  Array.from({ length: to - from + 1 }, (_, at) => rule(from + at)).join('\n');

export const paperStyles = `
.paper { font-size: 9.5pt; line-height: 1.3; overflow-wrap: anywhere; }
.paper h1 { margin-top: 4mm; }
.paper h2 { font-size: 12pt; margin: 6mm 0 1mm; padding-bottom: 0.8mm; border-bottom: 0.5mm solid #111; break-after: avoid; }
.paper h3 { font-size: 10.5pt; font-weight: 700; margin-top: 0; }
.paper .lead, .paper .hint { color: #222; }
.no { display: inline-block; min-width: 11mm; padding: 0 1mm; border: 0.25mm solid #111; font-weight: 600; text-align: center; line-height: 1.25; white-space: nowrap; }
.no.core { background: #111; color: #fff; }
.box { display: inline-block; flex: none; width: 4.8mm; height: 4.8mm; border: 0.3mm solid #111; font-size: 15pt; font-weight: 700; line-height: 4.1mm; text-align: center; vertical-align: -1.1mm; overflow: hidden; }
.chip { display: inline-block; min-width: 4.4mm; border: 0.25mm solid #111; font-weight: 700; text-align: center; line-height: 1.2; }
.key { font-weight: 700; margin-right: 1.2mm; white-space: nowrap; }
.question { break-inside: avoid; padding: 1.4mm 0; border-bottom: 0.2mm solid #999; }
.ask { display: grid; grid-template-columns: 13mm 56mm minmax(0, 1fr) auto; gap: 0 2mm; align-items: start; }
.ask.wide { grid-template-columns: 13mm minmax(0, 1fr) auto; }
.ask > .no { margin-top: 0.9mm; }
.asked { padding-top: 1mm; }
.several { color: #222; }
.allowed { display: inline-block; white-space: nowrap; }
.only { padding-left: 1.6mm; border-left: 0.9mm solid #666; }
p.only { margin-top: 0.6mm; }
.signs { display: flex; gap: 2.6mm; justify-content: flex-end; padding-top: 0.6mm; }
.sign { display: flex; align-items: center; gap: 0.8mm; width: 7.4mm; }
.sign b { font-size: 11pt; line-height: 1; }
.under { margin: 0.4mm 0 0 15mm; }
.explained { margin: 0.6mm 0 0 15mm; font-size: 8pt; line-height: 1.3; color: #222; }
.below { margin: 0.8mm 0 0 15mm; }
.choice { display: flex; align-items: flex-start; gap: 1.4mm; min-height: 6.2mm; padding-top: 0.6mm; break-inside: avoid; }
.choice .key { margin: 0.3mm 0 0; }
.twodigits .choice .key { min-width: 4.2mm; text-align: right; }
.choice .label { padding-top: 0.3mm; }
.inline { display: flex; flex-wrap: wrap; gap: 0 4mm; }
.columns { display: flex; gap: 3mm; }
.columns > div { flex: 1 1 0; min-width: 0; }
.comb { display: inline-flex; }
.comb .cell { width: 6mm; height: 7mm; margin-left: -0.25mm; border: 0.25mm solid #111; font-size: 11pt; font-weight: 600; line-height: 6.4mm; text-align: center; white-space: pre; }
.date { display: inline-flex; align-items: flex-end; flex-wrap: nowrap; }
.between { min-width: 1.4mm; padding: 0 0.6mm; font-size: 12pt; font-weight: 700; }
.slot { display: flex; align-items: flex-end; gap: 1.6mm; min-width: 0; }
.slot .comb { flex: none; }
.slots { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 6mm; }
.line { display: block; flex: 1 1 0; min-width: 0; min-height: 7.2mm; border-bottom: 0.3mm solid #111; font-weight: 600; line-height: 1.2; padding: 2.4mm 0.6mm 0; }
.written { font-weight: 600; }
.writing { padding-bottom: 1mm; }
.emptyside { padding-top: 90mm; text-align: center; }
.elsewhere { padding: 1.6mm 0; }
.front { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5mm 5mm; margin-top: 3mm; break-inside: avoid; }
.frontcell { display: flex; flex-direction: column; justify-content: space-between; }
.frontcell .line { flex: none; }
.frontvalue { min-height: 7.2mm; padding-top: 1.6mm; font-size: 11.5pt; font-weight: 700; border-bottom: 0.3mm solid #111; white-space: nowrap; }
.howto { margin-top: 4mm; padding: 2mm 3mm 2.4mm; border: 0.3mm solid #111; }
.howto h2 { margin: 0; padding: 0; border: 0; font-size: 10.5pt; }
.howto h3 { margin-top: 1.6mm; font-size: 9.5pt; }
.howto ul { list-style: none; columns: 2; column-gap: 6mm; }
.howto li { break-inside: avoid; padding-top: 1mm; }
.howto .stored { margin-top: 1mm; font-weight: 600; }
.group { padding: 2mm 0; border-bottom: 0.2mm solid #999; }
.opening { break-inside: avoid; break-after: avoid; }
.keys { margin-top: 1mm; }
.about { display: grid; grid-template-columns: 13mm minmax(0, 1fr); gap: 0 2mm; align-items: start; padding-top: 1mm; break-inside: avoid; }
.about:last-child { break-after: avoid; }
.about .explained { margin-left: 0; }
.one { margin-right: 1.8mm; }
.one .key { margin-right: 0.8mm; }
.rows { table-layout: fixed; margin-top: 2mm; }
.rows th, .rows td { border: 0.25mm solid #111; padding: 0.8mm 1mm; }
.rows th { font-weight: 600; color: #111; vertical-align: top; }
.rows td { height: 9.5mm; vertical-align: middle; overflow-wrap: anywhere; }
.rows .at, .rows th:first-child { text-align: center; font-weight: 600; padding: 0.8mm 0; }
.value { font-weight: 700; }
.name { font-size: 8.5pt; }
.cards { display: flex; flex-direction: column; gap: 3mm; margin-top: 2mm; }
.card { break-inside: avoid; }
.cap { font-weight: 600; }
.pieces { display: flex; flex-wrap: wrap; margin: 0.6mm 0 0 0.25mm; }
.piece { display: flex; flex-direction: column; justify-content: space-between; margin: -0.25mm 0 0 -0.25mm; border: 0.25mm solid #111; padding: 0.6mm 1mm; }
.piece .room { min-height: 8mm; padding-top: 1mm; overflow-wrap: anywhere; }
.consent { margin: 4mm 0 3mm; padding: 2.4mm 3mm; border: 0.5mm solid #111; break-inside: avoid; }
.consent ul { list-style: none; }
.consent li { margin-top: 1mm; }
.consent .front { grid-template-columns: 2fr 1fr; }
.entries { column-gap: 6mm; margin-top: 1mm; }
.entries.two { columns: 2; }
.entries.three { columns: 3; }
.entry { display: flex; gap: 1.6mm; padding: 0.5mm 0; border-bottom: 0.15mm solid #bbb; break-inside: avoid; }
.entry .key { min-width: 7mm; margin: 0; text-align: right; }
.lettered .entry .key { min-width: 9mm; text-align: left; }
${widths(40, 99, (width) => `col.w${width} { width: ${width}mm; }`)}
${widths(10, 90, (width) => `.f${width} { flex: 1 1 ${width}mm; }`)}
`;
