/** Look of the summary where it differs from other prints: a cover, contents, and tables that follow each other. */
export const summaryStyles = `
.cover h1 { font-size: 27pt; line-height: 1.2; margin-top: 52mm; }
.cover .period { font-size: 15pt; line-height: 1.35; margin-top: 4mm; }
.cover .register { font-size: 12pt; line-height: 1.4; color: #333; margin-top: 2mm; }
.cover .institution { font-size: 12pt; line-height: 1.4; font-weight: 700; }
.cover .office { font-size: 10pt; color: #333; }
.cover .statements { margin-top: 4mm; }
.cover .warning { margin-top: 0; margin-bottom: 6mm; }
.sheet.flow h1 { margin-top: 0; }
.sheet.flow h2 { font-size: 11.5pt; line-height: 1.3; margin-top: 0; text-wrap: pretty; }
.flow h3 { font-size: 9.5pt; font-weight: 700; margin-top: 3.5mm; }
.sheet.flow .methods h2 { font-size: 10pt; margin-top: 4mm; }
.methods .many { columns: 2; column-gap: 8mm; }
.methods .many li { break-inside: avoid; }
.methods p, .methods ul { margin-top: 1mm; max-width: 165mm; }
.methods ul { padding-left: 4.5mm; }
.methods li { margin-top: 0.6mm; }
.contents { list-style: none; margin-top: 3mm; font-size: 8.25pt; line-height: 1.3; }
.contents a { display: flex; align-items: flex-end; color: inherit; text-decoration: none; padding: 0.28mm 0; break-inside: avoid; }
.contents .name { max-width: 148mm; text-wrap: pretty; }
.contents .leader { flex: 1; min-width: 6mm; border-bottom: 0.25mm dotted #888; margin: 0 1.5mm 0.9mm; }
.contents .page { width: 8mm; flex: none; text-align: right; }
.contents .top { font-weight: 700; margin-top: 1.5mm; }
.contents .below .name { padding-left: 5mm; }
.approval .grow { flex: none; height: 28mm; }
.unit + .unit { margin-top: 7mm; }
.unit .lead { font-size: 8pt; line-height: 1.4; }
.unit td { padding-top: 0.55mm; padding-bottom: 0.55mm; }
.unit .dense td { padding-top: 0.28mm; padding-bottom: 0.28mm; }
.unit .legend { font-size: 8pt; line-height: 1.4; }
.unit .figure svg { margin-top: 1.5mm; }
.unit.whole { break-inside: avoid; }
.unit .figures td { font-size: 8pt; line-height: 1.32; }
.unit .figures th { font-size: 7.5pt; }
.unit.wide .figures td { font-size: 7.5pt; line-height: 1.25; padding-top: 0.22mm; padding-bottom: 0.22mm; }
.unit .beside { display: flex; gap: 6mm; break-inside: avoid; }
.unit .beside .narrow { flex: none; width: 94mm; }
.unit .beside .figure { flex: 1; min-width: 0; }
.unit .beside .figure h3 { margin-top: 3.2mm; }
.unit .kept { break-inside: avoid; }
.sheet.flow .unit table { margin-top: 2.5mm; }
.unit .remark { margin-top: 1.5mm; color: #444; }
.overview td, .overview th { font-size: 7.5pt; line-height: 1.3; padding: 0.5mm 1.2mm; vertical-align: top; }
.overview th { vertical-align: bottom; }
.overview .no { width: 9mm; }
.overview .count { width: 19mm; text-align: right; }
.overview .unknown { width: 48mm; padding-left: 5mm; }
`;
