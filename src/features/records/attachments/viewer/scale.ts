/** How large a page or picture is shown. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** PDF counts 72 points an inch, a screen 96. */
export const pointsToPixels = 96 / 72;

/** Quarter turns to the right, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

export const turnRight = (rotation: Rotation): Rotation => ((rotation + 90) % 360) as Rotation;

export const turned = ({ width, height }: Size, rotation: Rotation): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width };

const steps = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4] as const;
const smallest = steps[0];

/** The next step up, or the same where there is none. */
export const larger = (scale: number): number => steps.find((step) => step > scale + 0.005) ?? scale;
export const smaller = (scale: number): number => steps.findLast((step) => step < scale - 0.005) ?? scale;

/** Nothing is enlarged by itself: a document fits by its width, a picture as a whole. */
export function fitting(natural: Size, area: Size, fits: 'width' | 'whole'): number {
  const byWidth = area.width / natural.width;
  const scale = fits === 'width' ? byWidth : Math.min(byWidth, area.height / natural.height);
  return Math.max(Math.min(1, scale), Math.min(smallest, 1));
}
