/** Look of every print: A4, Noto Sans, black and greys that survive a photocopier. */

const fontFolder = '/print-fonts';

/** Scripts of the six languages, each in a file of its own. */
const ranges: readonly (readonly [name: string, range: string])[] = [
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  ['cyrillic-ext', 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F'],
  ['cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
];

const weights = [400, 600, 700];

const fontFaces = ranges
  .flatMap(([name, range]) =>
    weights.map(
      (weight) =>
        `@font-face{font-family:"Noto Sans";font-weight:${weight};src:url("${fontFolder}/noto-sans-${name}-${weight}-normal.woff2") format("woff2");unicode-range:${range}}`,
    ),
  )
  .join('\n');

/** Widths of columns in whole millimetres; a style at the column itself is not allowed on a page to print. */
const columns = Array.from({ length: 40 }, (_, width) => `col.w${width} { width: ${width}mm; }`).join('\n');

export const printStyles = `${fontFaces}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font: 8.5pt/1.45 "Noto Sans", sans-serif; color: #111; font-variant-numeric: tabular-nums lining-nums; }
.sheet { display: flex; flex-direction: column; }
.head { display: flex; justify-content: space-between; gap: 10mm; padding-bottom: 3mm; border-bottom: 0.35mm solid #111; }
.head .right { text-align: right; }
h1 { font-size: 15pt; line-height: 1.28; font-weight: 700; margin-top: 5mm; text-wrap: pretty; }
h2 { font-size: 10pt; font-weight: 700; margin-top: 5mm; break-after: avoid; }
h3 { font-size: 9pt; font-weight: 600; margin-top: 3.5mm; break-after: avoid; }
.lead { color: #444; margin-top: 1.5mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin-top: 4mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font-weight: 400; text-align: left; vertical-align: bottom; color: #333; padding: 1mm 2mm 1.6mm; border-bottom: 0.35mm solid #111; line-height: 1.25; }
td { padding: 1.25mm 2mm; border-bottom: 0.2mm solid #bbb; vertical-align: top; }
.n { text-align: right; white-space: nowrap; }
th.n { white-space: normal; }
.total td { font-weight: 700; border-bottom-color: #777; }
.sub { font-weight: 600; background: #f3f3f3; }
.figures { table-layout: fixed; }
.figures th { font-size: 8pt; }
.figures.crowded th { font-size: 7.5pt; }
.figures .n { padding-left: 0.5mm; padding-right: 1.6mm; }
.figures td:first-child, .figures th:first-child { padding-left: 1mm; }
${columns}
.dense td { padding-top: 0.4mm; padding-bottom: 0.4mm; }
.range { white-space: nowrap; }
.dot { font-size: 14pt; line-height: 0; vertical-align: -0.1em; }
.figures sup { display: inline-block; width: 0; overflow: visible; }
.defs { position: absolute; }
sup { font-size: 6pt; line-height: 0; color: #444; }
.legend { margin-top: 2mm; color: #444; }
.figure { break-inside: avoid; }
.figure svg { display: block; margin-top: 2.5mm; max-width: 100%; height: auto; }
.sheet:has(.dense) :is(h2, h1) { margin-top: 4mm; }
.sheet:has(.dense) table { margin-top: 3mm; }
.sheet:has(.dense) .figure svg { margin-top: 1.5mm; }
.sheet:has(.dense) .signatures { padding-top: 4mm; }
.notes p { margin-top: 0.8mm; color: #444; }
.grow { flex: 1; min-height: 2mm; }
.signatures { display: flex; gap: 8mm; break-inside: avoid; padding-top: 8mm; }
.signatures div { flex: 1; border-top: 0.35mm solid #111; padding-top: 1.2mm; }
.fields td { border-bottom-color: #ddd; padding: 0.9mm 2mm; }
.fields td:nth-child(1) { width: 13mm; color: #666; padding-left: 0; white-space: nowrap; }
.fields td:nth-child(2) { width: 66mm; color: #333; }
.fields { margin-top: 1.5mm; }
.fields + .fields, .fields + .rowname { margin-top: 3mm; }
.statements td { padding-left: 0; border-bottom-color: #ddd; }
.statements td:first-child { width: 52mm; color: #333; }
.short { margin-top: 1.5mm; }
.short th:first-child, .short td:first-child { padding-left: 0; }
.short td { padding-top: 0.7mm; padding-bottom: 0.7mm; border-bottom-color: #ddd; }
.codes { margin-top: 2mm; }
.codes td:nth-child(1) { width: 10mm; }
.codes td:nth-child(2) { width: 58mm; }
.pre { white-space: pre-wrap; }
.marker { font-style: normal; color: #555; border-bottom: 0.2mm dotted #555; }
.empty { color: #888; }
.rowname { margin-top: 2.5mm; font-weight: 600; color: #333; break-after: avoid; }
.facts { margin-top: 3mm; display: flex; flex-wrap: wrap; gap: 1mm 8mm; color: #333; }
.facts b { font-weight: 600; }
.small td, .small th { font-size: 7.5pt; line-height: 1.35; }
.small .definition { color: #444; }
.sharebar { vertical-align: -0.1mm; margin-right: 1.2mm; }
.terms { font-size: 7.5pt; line-height: 1.35; }
.kept { break-inside: avoid; }
.lines { margin: 8mm 0; border: 0.35mm solid #111; padding: 5mm 8mm; }
.lines table { margin: 0; }
.lines td { border: 0; padding: 1.6mm 3mm; font-size: 15pt; line-height: 1.3; font-weight: 600; letter-spacing: 0.06em; }
.lines td:first-child { width: 14mm; font-size: 9pt; font-weight: 400; color: #555; letter-spacing: 0; vertical-align: middle; }
.steps { margin: 3mm 0 0 5mm; }
.steps li { margin-top: 1.6mm; padding-left: 1mm; }
.warning { margin-top: 5mm; padding: 3mm 4mm; border-left: 1.2mm solid #111; background: #f3f3f3; break-inside: avoid; }
`;
