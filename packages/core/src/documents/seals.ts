import type { Anchor, Fact } from '../record/types.ts';
import type { Facts } from './facts.ts';
import type { FileText, PageText } from './types.ts';

/** Whether a paper of the kind bears the agency's seal, by kind. */
const sealed: Readonly<Record<string, string>> = {
  'penalty-decision': 'decision.has-seal',
  'summary-decision': 'decision.has-seal',
  'no-penalty-decision': 'decision.has-seal',
  'licence-decision': 'decision.has-seal',
  'licence-refusal': 'decision.has-seal',
  'licence-ending': 'decision.has-seal',
  'penalty-notice': 'notice.has-seal',
  'hearing-notice-of-right': 'notice.has-seal',
  'licence-acceptance': 'acceptance.has-seal',
  'licence-non-acceptance': 'acceptance.has-seal',
  'licence-certificate': 'licence.certificate-has-seal',
  'enforcement-application': 'enforcement.application-has-seal',
};
/** Papers that list what they state: a seal seen is one of it. */
const listed: Readonly<Record<string, string>> = {
  'seizure-decision': 'measure.states',
  'freezing-decision': 'measure.states',
  'enforcement-decision': 'enforcement.states',
};

/**
 * Adds what was seen of red seals and electronic ones to the facts of a document. That a seal is missing is only said of a file in which
 * others were seen: a scan in black and white shows none.
 */
export function addSeals(
  facts: Facts,
  kind: string,
  document: string,
  file: FileText,
  pages: readonly PageText[],
): Facts {
  const path = sealed[kind];
  const list = listed[kind];
  if ((path === undefined && list === undefined) || Object.keys(facts).length === 0) return facts;
  const seen = firstSeal(document, file, pages);
  if (list !== undefined) {
    const states = facts[list];
    if (seen === null || states === undefined || !Array.isArray(states.value)) return facts;
    const codes = states.value as readonly string[];
    return codes.includes('seal') ? facts : { ...facts, [list]: { ...states, value: [...codes, 'seal'] } };
  }
  if (path === undefined) return facts;
  if (seen !== null) return { ...facts, [path]: fact(true, seen, 0.9) };
  const looked = pages.every((page) => page.seals !== undefined);
  const coloured = file.pages.some((page) => (page.seals?.length ?? 0) > 0);
  const last = pages.at(-1);
  if (!looked || !coloured || last === undefined) return facts;
  return {
    ...facts,
    [path]: fact(false, { document, file: file.name, page: last.number, quote: '', range: null, box: null }, 0.8),
  };
}

function fact(value: boolean, anchor: Anchor, confidence: number): Fact {
  return { value, anchors: [anchor], origin: 'extracted', confidence };
}

function firstSeal(document: string, file: FileText, pages: readonly PageText[]): Anchor | null {
  for (const page of [...pages].reverse()) {
    const red = page.seals?.[0];
    const electronic = file.signatures?.find((one) => one.kind === 'seal' && one.page === page.number);
    if (red === undefined && electronic === undefined) continue;
    const quote = red?.text ?? electronic?.by ?? '';
    return {
      document,
      file: file.name,
      page: page.number,
      quote,
      range: null,
      box: red?.box ?? electronic?.box ?? null,
    };
  }
  return null;
}
