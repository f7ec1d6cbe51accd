import type { Fact, FactValue } from '../record/types.ts';
import type { Reader } from './pages.ts';

/** Facts of one document by their path in rules/facts.yaml. */
export type Facts = Record<string, Fact>;

/** Reads the facts of one kind of document; what cannot be read for certain is left out. */
export type Extractor = (reader: Reader) => Facts;

/** A fact read from the half-open range of the reader's text. */
export function factOf(reader: Reader, value: FactValue, start: number, end: number, confidence = 0.95): Fact {
  return { value, anchors: reader.anchorOf(start, end), origin: 'extracted', confidence };
}
