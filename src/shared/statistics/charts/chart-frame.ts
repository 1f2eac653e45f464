/** What every chart is drawn with: words of a language, room, and the look of paper or screen. */
import type { Label, StatisticTable } from '../../contract/statistics.ts';
import type { Shape } from './scene.ts';

export type Figure = StatisticTable['columns'][number]['figure'];

export interface ChartWords {
  /** Name of the figure. */
  readonly title: string;
  label(label: Label): string;
  figure(value: number, figure: Figure): string;
  /** One decimal and the sign of the language. */
  percent(value: number): string;
  /** Text of the namespace charts. */
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
}

export interface ChartFrame {
  readonly width: number;
  readonly fontSize: number;
  /** Distance from bar to bar; bars take two thirds of it. */
  readonly step: number;
  /** Colour of what is counted; everything else is ink and grey. */
  readonly strong: string;
  /** Of a mark that stands for a hidden figure. */
  readonly mark: string;
  /** No other drawing of the page has it: names of patterns and titles begin with it. */
  readonly id: string;
}

/** The parts of a drawing and the height they need. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Chart {
  readonly table: StatisticTable;
  readonly words: ChartWords;
  readonly frame: ChartFrame;
}

export const lineHeight = (frame: ChartFrame): number => Math.round(frame.fontSize * 1.3);
