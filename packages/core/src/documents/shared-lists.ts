import type { RecognisedDocument } from './recognise.ts';

/** The form 场所/设施/财物清单 of market regulators goes with a preservation notice and with a decision to seal or seize alike. */
const shared = /^(?:场所\/设施\/|涉案)?(?:财物|物品)清单$/u;
/** 涉案物品清单 goes with a transfer to the police as well. */
const transferred = (document: RecognisedDocument): boolean =>
  document.title.startsWith('涉案') && /移送|公安|接收人|移交/u.test(document.reader.dense);
const owners: Readonly<Record<string, string>> = {
  'preservation-notice': 'preservation-list',
  'seizure-decision': 'seizure-list',
};

/** What such a list itself says it belongs to: 附:《实施行政强制措施决定书》(甲市监强制〔2030〕5号). */
const named: readonly (readonly [RegExp, string])[] = [
  [/先行登记保存(?:证据|物品)?(?:通知书|决定书)/u, 'preservation-list'],
  [/(?:查封|扣押|强制措施)[)、(]*(?:扣押)?[)]?(?:财物|物品)?决定书/u, 'seizure-list'],
];

/** Words before the year of its number: 甲市监强制清〔2030〕5号, 甲市监登保清〔2030〕5号. */
const numbered: readonly (readonly [RegExp, string])[] = [
  [/(?:登记?保存?|登存|证保|保存)[一-龥]{0,4}〔\d{4}〕/u, 'preservation-list'],
  [/(?:强制?|查扣|扣押?|查?封)[一-龥]{0,4}〔\d{4}〕/u, 'seizure-list'],
];

/** Lists whose heading does not say what they list become the kind of the paper they belong to: the one they name, the only one there, where none is that of which their number speaks, else the last before them. */
export function settleLists(documents: readonly RecognisedDocument[]): readonly RecognisedDocument[] {
  const present = new Set(documents.map(({ kind }) => kind).filter((kind) => kind in owners));
  const sent = documents.some(({ kind }) => kind === 'crime-transfer');
  return documents.map((document, index) => {
    if (!shared.test(document.title) || transferred(document) || (sent && document.title.startsWith('涉案')))
      return document;
    const told = named.filter(([words]) => words.test(document.reader.dense)).map(([, kind]) => kind);
    if (told.length === 1 && told[0] !== undefined) return { ...document, kind: told[0] };
    if (present.size === 0) {
      const head = document.reader.dense
        .slice(0, 120)
        .replace(/[[【]/gu, '〔')
        .replace(/[\]】]/gu, '〕');
      const kind = numbered.find(([words]) => words.test(head))?.[1];
      return kind === undefined ? document : { ...document, kind };
    }
    const before = documents.slice(0, index).findLast(({ kind }) => present.has(kind))?.kind;
    const owner = present.size === 1 ? [...present][0] : before;
    const kind = owner === undefined ? undefined : owners[owner];
    return kind === undefined ? document : { ...document, kind };
  });
}
