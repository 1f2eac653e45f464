/** A drawing as a plain tree: prints write it as text, the window makes elements of it. */

export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; lengths are rounded, so that a drawing is the same on every machine. */
export function shape(tag: string, attributes: Attributes, children: Shape['children'] = []): Shape {
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) given[name] = typeof value === 'number' ? rounded(value) : value;
  }
  return { tag, attributes: given, children };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** The drawing as SVG in a page; every value is escaped. */
export function svgText({ tag, attributes, children }: Shape): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${tag}${named.join('')}>${inside.join('')}</${tag}>`;
}
