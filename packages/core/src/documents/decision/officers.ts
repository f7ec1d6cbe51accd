import type { ListItem } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import { canBePerson } from '../mending/surnames.ts';
import type { Paper } from './paper.ts';

const CALLED = /(?:执法|办案|检查|监察|承办|监督)人员(?:签名|签字)?:?(?=[一-龥])/g;
/** A name with what a bracket notes of it or its number, up to what parts it from the next or to the verb of the sentence. */
const NAME =
  /([一-龥]{2,4}?|[一-龥]{1,8}·[一-龥]{1,8}?)(?:\(([^()]{2,60})\)|((?:(?:行政)?执法证件?(?:编?号码?)?:?)?[A-Z]{0,4}\d{6,17}))?(?=[、,;和及与。]|[一-龥]{2,4}[(\d]|对|在|到|依法|依照|根据|向|进行|于|持|前往|赴|来到|经|出示|发现|现场|$)/y;
const APART = /[、,和及与]/;
/** Nothing parts the next name from the note of the one before. */
const NEXT = /^[一-龥]{2,4}(?:\(|\d{6})/;
const CERTIFICATE = /(?<![A-Z0-9*-])[A-Z0-9-]{5,20}(?![A-Z0-9*-])/g;

interface Officer {
  readonly name: string;
  readonly note: string;
  readonly start: number;
  readonly end: number;
}

/** 执法人员张三(执法证号:…)、李四(执法证号:…)对当事人…: the officers the decision names, with their certificates. */
export function officerFacts(paper: Paper): Facts {
  const found = new Map<string, Officer & { readonly certificate: string | null }>();
  for (const match of paper.text.matchAll(CALLED)) {
    const named = namesAfter(paper.text, match.index + match[0].length);
    const numbers = named.map(({ note }) => note.match(CERTIFICATE) ?? []);
    const all = numbers.flat();
    if (paper.quoted(match.index) || named.some(({ name }) => !canBePerson(name))) continue;
    // One name without a number may be any two words behind 执法人员.
    if (named.length < 2 && all.length === 0) continue;
    // 张三、李四(执法证号:A、B): the numbers of all in one bracket.
    const shared = all.length === named.length && numbers.slice(0, -1).every((one) => one.length === 0);
    for (const [at, one] of named.entries()) {
      const own = shared ? all[at] : numbers[at]?.length === 1 ? numbers[at]?.[0] : undefined;
      const before = found.get(one.name);
      if (before === undefined || (before.certificate === null && own !== undefined))
        found.set(one.name, { ...one, certificate: own ?? null });
    }
  }
  const [first] = found.values();
  if (first === undefined) return {};
  const items = [...found.values()].map(
    ({ name, certificate, start, end }): ListItem => ({
      name,
      ...(certificate === null ? {} : { certificate }),
      anchors: paper.reader.anchorOf(start, end),
      origin: 'extracted',
      confidence: 0.8,
    }),
  );
  return { 'officers[]': factOf(paper.reader, items, first.start, first.end, 0.8) };
}

function namesAfter(text: string, from: number): readonly Officer[] {
  const officers: Officer[] = [];
  for (let at = from; officers.length < 8; ) {
    NAME.lastIndex = at;
    const found = NAME.exec(text);
    const name = found?.[1];
    if (found === null || name === undefined) break;
    const end = at + found[0].length;
    officers.push({ name, note: found[2] ?? found[3] ?? '', start: at, end });
    const parted = APART.test(text[end] ?? ' ');
    if (!parted && !NEXT.test(text.slice(end, end + 10))) break;
    at = parted ? end + 1 : end;
  }
  return officers;
}
