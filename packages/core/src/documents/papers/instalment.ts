import type { Extractor } from '../facts.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { FactWriter } from './blocks.ts';
import { readDated } from './closing.ts';

const granted = readDated('', { 'payment.instalment-granted': true, 'payment.instalment-approved': true });

/** Consent to pay a fine later or in parts, with the number of the decision where it names only one. */
export const readInstalment: Extractor = (reader) => {
  const facts = granted(reader);
  if (Object.keys(facts).length === 0) return facts;
  const writer = new FactWriter(reader);
  const numbers = scanNumbers(reader).filter(
    (hit) =>
      /罚/u.test(hit.value) && /决定书?[》”]?\(?$/u.test(reader.dense.slice(Math.max(0, hit.start - 8), hit.start)),
  );
  const [number] = numbers;
  if (number !== undefined && numbers.every((one) => one.value === number.value))
    writer.put('decision.number', number.value, number, 0.8);
  return { ...facts, ...writer.facts };
};
