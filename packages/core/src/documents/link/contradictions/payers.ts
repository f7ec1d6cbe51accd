import { foldName } from '../../../kernel/names.ts';
import type { Fact, Notice } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';

const PAYER =
  /(?:[缴交付]款(?:单位|人)(?:名称|全称)?|今收到|兹收到)(?:\([^()]{1,10}\))?:?([\u4e00-\u9fa5()·A-Za-z]{2,40}?)(?=[,。;:]|$|缴款|收款|账号|开户|收入|项目|处罚|决定|执收|执罚|罚|\d|金额|统一|票据)/u;

/** The next label of a form whose field is empty. */
const LABEL = /代码|账[号户]|名称|信息|编号|日期|税号|电话/u;

/** Asks about receipts made out to somebody else than the party or its head: anybody may pay for another, so that it is no contradiction. */
export function askOfPayers(
  documents: readonly RecognisedDocument[],
  facts: Readonly<Record<string, Fact>>,
): readonly Notice[] {
  const party = facts['party.name'];
  if (typeof party?.value !== 'string') return [];
  const own = [
    party.value,
    facts['party.representative']?.value,
    ...(party.alternatives ?? []).map(({ value }) => value),
  ]
    .filter((name): name is string => typeof name === 'string')
    .map(foldName);
  return documents
    .filter(({ kind }) => kind === 'payment-receipt')
    .flatMap((document): Notice[] => {
      const name = payerOf(document);
      if (name === null || own.some((one) => one.includes(name) || name.includes(one) || /[某*×]/u.test(one + name)))
        return [];
      const message = `《${document.title}》的缴款人写作“${name}”，当事人为“${party.value}”：请核对是否由他人代缴，有没有说明`;
      return [{ file: document.file, page: document.pages[0], kind: 'other', message }];
    });
}

function payerOf({ reader }: RecognisedDocument): string | null {
  for (const line of reader.lines) {
    const match = PAYER.exec(reader.dense.slice(line.start, line.end));
    const name = foldName(match?.[1] ?? '');
    if (name.length > 1) return LABEL.test(name) ? null : name;
  }
  return null;
}
