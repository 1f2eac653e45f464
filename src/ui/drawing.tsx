import { createElement, type ReactNode } from 'react';
import type { Shape } from '#shared/statistics/charts/scene.ts';

type DrawingProps = { shape: Shape };

/** A drawing of `shared/statistics/charts` as elements of the page. */
export const Drawing = ({ shape }: DrawingProps) => elementOf(shape, 0);

const asProperty = (name: string): string =>
  name.startsWith('aria-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function elementOf({ tag, attributes, children }: Shape, key: number): ReactNode {
  const properties = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [asProperty(name), value]));
  const inside = children.map((child, at) => (typeof child === 'string' ? child : elementOf(child, at)));
  return createElement(tag, { ...properties, key }, ...inside);
}
