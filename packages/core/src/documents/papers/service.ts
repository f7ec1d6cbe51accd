import type { ListItem } from '../../record/types.ts';
import { doubtful } from '../certainty.ts';
import { type Extractor, factOf } from '../facts.ts';
import type { Kinds } from '../kinds.ts';
import { isSureFirst } from '../mending/number-words.ts';
import type { Reader } from '../pages.ts';
import { tickedChoices } from '../scan/boxes.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { titleOf } from '../titles.ts';
import {
  type Block,
  blocksOf,
  daysIn,
  FactWriter,
  inOwnCell,
  isBlankSpan,
  namesAll,
  namesIn,
  signatureAt,
  wordsOf,
} from './blocks.ts';
import { certificatesIn } from './certificates.ts';
import { type ReceiptPlaces, receiptLabels } from './receipt-labels.ts';
import { columnBlocks, listedBlocks } from './service-columns.ts';
import { columnHeads } from './service-labels.ts';
import { hasSureNames, isSureName } from './sure-names.ts';
import { mayHoldHand } from './unread.ts';

const methods: readonly (readonly [RegExp, string])[] = [
  [/留置/u, 'left'],
  [/公告/u, 'announcement'],
  [/邮寄|挂号|EMS|快递/iu, 'mail'],
  [/电子|邮件|传真|短信|微信/u, 'electronic'],
  [/委托/u, 'entrusted'],
  [/转交/u, 'forwarded'],
  [/直接|当面|现场|当场/u, 'direct'],
];

/** Receipt of service: which document reached whom, when, how, and who signed. One receipt may list several documents. */
export function readServiceReceipt(kinds: Kinds): Extractor {
  return (reader) => {
    const writer = new FactWriter(reader);
    const places = receiptLabels(reader);
    const printed = blocksOf(reader, Object.values(places).flat());
    const heads = {
      title: places.titles,
      recipient: places.recipients,
      day: places.days,
      method: places.methods,
      officer: places.officers,
    };
    const listed = listedBlocks(reader, printed, heads);
    const columns = listed.length > 0 ? [] : columnBlocks(reader, printed, heads);
    const single =
      columns.length > 0
        ? [...columns, ...printed.filter(({ label, start }) => !columnHeads.has(label) || start >= endOf(columns))]
        : printed;
    const items: ListItem[] = [];
    for (const blocks of listed.length > 0 ? listed : [single])
      items.push(...readReceipt(reader, blocks, places, kinds, writer));
    if (items.length > 0) writer.facts['services[]'] = factOf(reader, items, 0, Math.min(20, reader.dense.length), 0.9);
    return writer.facts;
  };
}

const endOf = (columns: readonly Block[]): number => Math.max(...columns.map(({ end }) => end));

/** The papers served that the blocks of a receipt, or of one row of it, tell of; the party and the officers go to the writer. */
function readReceipt(
  reader: Reader,
  blocks: readonly Block[],
  places: ReceiptPlaces,
  kinds: Kinds,
  writer: FactWriter,
): ListItem[] {
  const of = (labels: readonly string[]): Block | undefined =>
    blocks.find((block) => labels.includes(block.label) && wordsOf(reader, block) !== '') ??
    blocks.find((block) => labels.includes(block.label));
  const titles = of(places.titles);
  // 收件人 某某公司, and below it 签收人 张三: who it is for, and whose hand.
  const hands = blocks.filter((block) => block.label === '签收人' && wordsOf(reader, block) !== '');
  const recipient = hands[0] ?? of(places.recipients);
  const dayBlock = blocks
    .filter((block) => places.days.includes(block.label))
    .find((block) => daysIn(reader, block).length > 0);
  const day =
    (dayBlock === undefined ? undefined : daysIn(reader, dayBlock)[0]) ??
    (recipient === undefined ? undefined : daysIn(reader, recipient)[0]) ??
    // Nobody received it: those who left it there write the day.
    leftOn(reader, of(places.officers), of(places.methods));
  const served = titles === undefined ? [] : servedPapers(wordsOf(reader, titles), kinds);
  const party = of(places.parties);
  // A form nobody filled in tells nothing.
  if (served.length === 0 && day === undefined) return [];
  if (party !== undefined && wordsOf(reader, party) !== '') {
    writer.put(
      'party.name',
      reader.print(party.from, party.end).replace(/[（(](?:单位|个人|盖章)[)）]$/u, ''),
      { start: party.from, end: party.end },
      0.8,
    );
  }
  const numbers = scanNumbers(reader, titles?.start ?? 0, reader.dense.length);
  const methodWords = of(places.methods);
  const method = methods.find(([pattern]) =>
    pattern.test(ticked(methodWords === undefined ? '' : wordsOf(reader, methodWords))),
  )?.[1];
  const signature = recipient === undefined ? null : signatureAt(reader, signatureSpan(reader, recipient));
  const officer = of(places.officers);
  const officers = officer === undefined ? undefined : inOwnCell(reader, officer);
  // 送达人一 and 送达人二 stand each in a cell.
  const numbered = blocks.filter((block) => /^送达人[一二12]$/u.test(block.label)).map((one) => inOwnCell(reader, one));
  const names = (numbered.length > 1 ? numbered : officers === undefined ? [] : [officers]).flatMap((one) =>
    namesIn(reader, one).map(({ name }) => name),
  );
  // Words that are no names to the reader are of people all the same.
  // One is too few: it must be sure that no hand stands beside it, as must that none stands there.
  const blank = officers !== undefined && isBlankSpan(reader, officers) && !mayHoldHand(reader, officers);
  const counted = names.length > 1 || (officers !== undefined && names.length === 1 && namesAll(reader, officers));
  const likely = (numbered.length > 1 ? numbered : officers === undefined ? [] : [officers]).every((one) =>
    hasSureNames(reader, { from: one.from, to: one.end }),
  );
  const named = (counted && likely) || blank ? names : undefined;
  const seen = of(places.witnesses);
  const witness = seen === undefined ? undefined : inOwnCell(reader, seen);
  const role = roleIn(reader, blocks);
  const remarks = ['备注', '拒收事由', '拒收理由', '受送达人拒收事由', '拒收事由和日期', '不能送达理由']
    .map((label) => blocks.find((block) => block.label === label))
    .filter((block) => block !== undefined);
  const remark = remarks.map((block) => wordsOf(reader, block)).join('');
  const sure = (span: { readonly start: number; readonly end: number }): boolean =>
    reader.certainty(span.start, span.end) >= doubtful;
  const papers = served.length > 0 ? served : [{ title: '', kind: null }];
  const items = papers.map((paper, index): ListItem => {
    const number = numbers[index] ?? (papers.length === 1 ? numbers[0] : undefined);
    return {
      ...(paper.kind === null ? {} : { document: paper.kind }),
      ...(paper.title === '' ? {} : { title: paper.title }),
      ...(number === undefined || !sure(number) || !isSureFirst(reader, number) || lostItsWords(number.value)
        ? {}
        : { number: number.value }),
      ...(day === undefined || !sure(day) ? {} : { date: day.value }),
      ...(method === undefined ? {} : { method }),
      ...(signature === null || signature.signed === null ? {} : { 'recipient-signed': signature.signed }),
      ...(recipient === undefined ? {} : nameField('recipient', sureName(reader, signatureSpan(reader, recipient)))),
      ...(role === null ? {} : { 'recipient-role': role }),
      ...(named === undefined ? {} : { officers: named }),
      ...(witness === undefined ? {} : nameField('witness', sureName(reader, witness))),
      ...(method === 'left' ? { recorded: /录像|拍照|照片|录音|执法记录仪|摄像|视频/u.test(reader.dense) } : {}),
      ...(remark.length > 1 && remarks.every(({ from, end }) => sure({ start: from, end }))
        ? { reason: remark.slice(0, 80) }
        : {}),
      ...(method === 'mail'
        ? {
            // A form whose labels were lost may tell it anywhere.
            'mail-receipt':
              /回执|签收|妥投|单号|回单/u.test(remark + wordsOf(reader, recipient ?? { from: 0, end: 0 })) ||
              /(?:EMS|快递|邮件|挂号)[^。;]{0,6}单号|妥投|回执[附见]|附[^。;]{0,6}回执|由[^。;]{1,10}签收/iu.test(
                reader.dense,
              ),
          }
        : {}),
      anchors: [
        titles,
        day === undefined ? undefined : { from: day.start, end: day.end },
        signature?.signed === false ? recipient : undefined,
      ].flatMap((span) => (span === undefined ? [] : reader.anchorOf(span.from, Math.min(span.end, span.from + 40)))),
      origin: 'extracted',
      confidence: paper.kind === null ? 0.6 : 0.9,
    };
  });
  const certificates = officers === undefined ? [] : certificatesIn(reader, officers);
  if (certificates.length > 0 && officers !== undefined && !('officers[]' in writer.facts)) {
    const names = namesIn(reader, officers);
    if (names.length === certificates.length) {
      const people = names.map(
        (one, index): ListItem => ({
          name: one.name,
          certificate: certificates[index] ?? '',
          ...(day === undefined ? {} : { on: day.value }),
          anchors: reader.anchorOf(one.start, one.end),
          origin: 'extracted',
          confidence: 0.85,
        }),
      );
      writer.facts['officers[]'] = factOf(reader, people, officers.from, officers.end, 0.85);
    }
  }
  return items;
}

/** 〔2024〕44号: the words before the year were lost on a picture or in a narrow cell, as those of most agencies have some. */
function lostItsWords(number: string): boolean {
  return number.startsWith('〔');
}

/** 送达方式 留置送达, and the day beside the hands of those who served. */
function leftOn(reader: Reader, officers: Block | undefined, method: Block | undefined) {
  const left = method !== undefined && /留置/u.test(ticked(wordsOf(reader, method)));
  const days = left && officers !== undefined ? daysIn(reader, officers) : [];
  return days.every(({ value }) => value === days[0]?.value) ? days[0] : undefined;
}

/** 代收人与受送达人关系及代收理由 | 公司收发员,…: who somebody that received for another is to him. */
function roleIn(reader: Reader, blocks: readonly Block[]): string | null {
  const block = blocks.find(
    ({ label }) => /(?:与受|与被)送达人的?关系/u.test(label) && !/签[名字收]|盖章/u.test(label),
  );
  if (block === undefined) return null;
  const { from, end } = inOwnCell(reader, block);
  const role = /^[一-龥]{2,12}(?=[,;。(]|$)/u.exec(reader.dense.slice(from, end))?.[0] ?? '';
  // 本公司保安, 物业经理 of a firm of that trade: of the recipient's own house, not the caretaker of his flat.
  return role === '' || /^(?:本人|无)$|关系|理由|签名|送达|物业.*(?:经理|主管|员)$|公司.*保安/u.test(role)
    ? null
    : role;
}

type Place = { readonly from: number; readonly end: number };

/** 张三2030年1月2日代收人签名: behind a hand and its day the word for signing is another's. */
function handFirst(words: string): boolean {
  return /^[一-龥·]{2,4}\d{4}年\d{1,2}月\d{1,2}日/u.test(words);
}

/** The recipient's hand stands behind the word 签名 where the cell has one, before the relation and the day. */
function signatureSpan(reader: Reader, block: Place): { from: number; end: number } {
  const words = wordsOf(reader, block);
  if (/拒绝签|拒签|拒收/u.test(words)) return block;
  // (代收)张三: the note stands before the hand.
  const noted = /^\((?:代收|代签|代|委托代收|代收人)\)/u.exec(words);
  if (noted !== null) return signatureSpan(reader, { from: block.from + noted[0].length, end: block.end });
  // 张三(办公室主任,受委托签收): what follows the hand tells who he is.
  if (/^[一-龥·]{2,4}\(/u.test(words)) return { from: block.from, end: block.end };
  const sign = /签名(?:或者?盖章|\(盖章\)|\(章\))?:?|签字:?|签收:?/u.exec(handFirst(words) ? '' : words);
  const from = block.from + (sign === null ? 0 : sign.index + sign[0].length);
  const stop = /与受送达人的?关系|收件时间|收件日期|代收|\d{4}年|年月日|身份/u.exec(
    reader.dense.slice(from, block.end),
  );
  return { from, end: stop === null ? block.end : from + stop.index };
}

/** Of several choices printed in a cell, the one that is ticked; nothing where several stand and none is. */
function ticked(words: string): string {
  if (/[☑√■✓✔]/u.test(words)) return tickedChoices(words)[0] ?? '';
  const named = methods.filter(([pattern]) => pattern.test(words)).length;
  if (named < 2) return words.includes('□') && named === 0 ? '' : words;
  // A recogniser takes an empty box for 口 and a ticked one for 回, 国, 区.
  const boxed = [
    ...words.matchAll(/([回国图团因困囚园区凶田])((?:直接|留置|邮寄|委托|公告|电子|转交)[^口□回国]{0,4})/gu),
  ];
  if (boxed.length > 0) return boxed.length === 1 ? (boxed[0]?.[2] ?? '') : '';
  // …or for any other word: it is the one mark that is no empty box.
  const marked = [...words.matchAll(/([^送达])((?:直接|留置|邮寄|委托|公告|电子|转交)送达)/gu)];
  const other = marked.filter(([, mark]) => !/[口□☐]/u.test(mark ?? ''));
  return marked.length === named && named > 2 && other.length === 1 ? (other[0]?.[2] ?? '') : '';
}

/** Documents a receipt names, in 《》 or as the whole cell. */
/** 行政处罚事先(听证)告知书(甲环罚告〔2026〕12号): a bracket with a number, or at the end, is no part of the title; one within it is. */
const NUMBER_BEHIND = /[〔[].*$|[(（](?=[^()（）]*(?:\d|号)).*$|[(（][^()（）]*[)）]?$/u;

function servedPapers(words: string, kinds: Kinds): { title: string; kind: string | null }[] {
  const quoted = [...words.matchAll(/《([^《》]{2,40})》/gu)].map((match) => match[1] ?? '');
  const named =
    quoted.length > 0
      ? quoted
      : words
          .split(/[、;,]/u)
          .map((part) => part.replace(NUMBER_BEHIND, '').replace(/^[\d.]+/u, ''))
          .filter((part) => part.length >= 3);
  return named
    .map((title) => {
      const read = titleOf(title.replace(/[^\u4e00-\u9fff()（）、/]/gu, ''), kinds);
      return read === null ? leadingTitle(title, kinds) : { title, kind: read.kind };
    })
    .filter((one, index) => one.kind !== null || (index === 0 && one.title !== ''));
}

/** 行政处罚决定书永市监处罚: a title with the beginning of its number behind it. */
function leadingTitle(words: string, kinds: Kinds): { title: string; kind: string | null } {
  for (let end = words.length - 1; end > 3; end--) {
    if (!'书表单函录证知'.includes(words[end - 1] ?? ' ')) continue;
    const title = words.slice(0, end);
    const read = titleOf(title, kinds);
    if (read !== null && read.confidence >= 0.9) return { title, kind: read.kind };
  }
  return { title: words, kind: null };
}

/** The first name of a span, where it may be judged by. */
function sureName(reader: Reader, span: { readonly from: number; readonly end: number }): string | undefined {
  const [first] = namesIn(reader, span);
  return first !== undefined && isSureName(reader, first) ? first.name : undefined;
}

function nameField(key: string, name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { [key]: name };
}
