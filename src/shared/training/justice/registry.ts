/** Numbers under which an office of prosecution registers its cases, as they are written in its country. */
import type { Random } from '../random.ts';

type Written = (number: number, year: number) => string;

const short = (year: number) => String(year % 100).padStart(2, '0');
const kt: Written = (number, year) => `KT ${number}/${short(year)}`;

const written: Readonly<Record<string, Written>> = {
  XKX: (number, year) => `PP.I.nr. ${number}/${year}`,
  SRB: kt,
  MNE: kt,
  BIH: kt,
  HRV: kt,
  MKD: (number, year) => `КО ${number}/${short(year)}`,
  BGR: (number, year) => `ДП ${number}/${year}`,
  ROU: (number, year) => `${number}/P/${year}`,
};

/** Gives the next number of an office in a year; other cases of the office lie between. */
export function createRegistry(country: string): (random: Random, office: string, year: number) => string {
  const last = new Map<string, number>();
  const write = written[country] ?? ((number, year) => `${number}/${year}`);
  return (random, office, year) => {
    const key = `${office} ${year}`;
    const number = (last.get(key) ?? 0) + random.between(1, 9);
    last.set(key, number);
    return write(number, year);
  };
}
