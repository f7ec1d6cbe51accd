import type { Notice } from '@anjuan/core';

/** What people are told of, by the kind of notice; others are only counted. */
const called: readonly (readonly [kind: string, what: string])[] = [
  ['hidden', '看不见的文字'],
  ['unlike', '看到的与读出的不一致'],
  ['changed', '首次保存后的改动'],
  ['tracked', '未接受的修订'],
  ['attachment', '没有读取的附件'],
  ['script', '脚本或者宏'],
  ['external', '外部引用'],
];

const longest = 120;

/** What the list says of what is unusual about the files of a case, in Chinese; null where nothing is. Of one thing what it is, of several what kinds there are. */
export function noticedWords(told: readonly Notice[]): string | null {
  // Remarks and watermarks are nothing unusual: the case itself tells of them.
  const notices = told.filter(({ kind }) => kind !== 'beside');
  const [only] = notices;
  if (only === undefined) return null;
  // Of a row of a ledger the message names file, row and heading itself.
  const ofLedger = notices.every(({ kind }) => kind === 'ledger');
  if (notices.length === 1) {
    const words = only.message.replace(/。$/u, '');
    const message = words.length > longest ? `${words.slice(0, longest)}……` : `${words}。`;
    if (ofLedger) return message;
    return `${only.file}${only.page === null ? '' : ` 第 ${only.page} 页`}：${message}`;
  }
  if (ofLedger) return `台账的这一行有 ${notices.length} 处没有照原样采用；打开案卷在“待核”里核对。`;
  const kinds = called.flatMap(([kind, what]) => {
    const count = notices.filter((notice) => notice.kind === kind).length;
    return count === 0 ? [] : [`${what} ${count} 处`];
  });
  const which = kinds.length === 0 ? '' : `，其中${kinds.join('、')}`;
  return `文件本身有 ${notices.length} 处异常${which}；打开案卷在“待核”里核对。`;
}
