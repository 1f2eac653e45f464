/** On which page of a PDF each link of its document leads: Chromium cannot print page numbers of other places itself. */

/** Chromium writes objects other than streams in plain text, one after the other. */
const objectOf = (pdf: string, id: string): string => {
  const begin = pdf.indexOf(`\n${id} 0 obj\n`);
  if (begin < 0) throw new Error(`the print has no object ${id}`);
  return pdf.slice(begin, pdf.indexOf('endobj', begin));
};

/** Object numbers of the pages, in their order. */
function pagesBelow(pdf: string, id: string): string[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objectOf(pdf, id))?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => (kid === undefined ? [] : pagesBelow(pdf, kid)));
}

const reference = (text: string, name: string): string => {
  const id = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(text)?.[1];
  if (id === undefined) throw new Error(`the print has no ${name}`);
  return id;
};

/** Page numbers, beginning with 1, by the id of the element that a link leads to. */
export function pageNumbersOf(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf).toString('latin1');
  const catalogue = objectOf(text, reference(text.slice(text.lastIndexOf('trailer')), 'Root'));
  const pages = new Map(pagesBelow(text, reference(catalogue, 'Pages')).map((id, at) => [id, at + 1]));
  const places = objectOf(text, reference(catalogue, 'Dests'));
  return new Map(
    [...places.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ/g)].map(([, name = '', page = '']) => {
      const number = pages.get(page);
      if (number === undefined) throw new Error('a link of the print leads to no page');
      return [name, number];
    }),
  );
}
