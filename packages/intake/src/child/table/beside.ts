import type { FileNotice } from '@anjuan/core';

/** Drawings that are looked through for words. */
const mostDrawings = 50;

/** What a workbook holds beside its cells, of which nothing is read: told to the user, one line a kind. */
export async function tellBeside(
  names: readonly string[],
  part: (name: string) => Promise<Buffer | null>,
  onNotice: (notice: FileNotice) => void,
): Promise<void> {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/vbaProject\.bin$/iu)) onNotice({ kind: 'script', message: '文件含有宏，没有执行' });
  if (has(/^xl\/externalLinks\//u))
    onNotice({ kind: 'external', message: '表格引用了外部文件，没有打开；引用来的数字是上次保存时的，请核对' });
  if (has(/^xl\/(?:comments|threadedComments)/u))
    onNotice({ kind: 'beside', message: '表格带有批注，批注没有读取，请打开原件查看' });
  const pictures = names.filter((name) => /^xl\/media\/./u.test(name)).length;
  if (pictures > 0)
    onNotice({ kind: 'other', message: `表格里有 ${pictures} 幅图片，图片里的文字没有读取，请打开原件查看` });
  const embedded = names.filter((name) => /^xl\/embeddings\/./u.test(name)).length;
  if (embedded > 0)
    onNotice({
      kind: 'attachment',
      message: `表格里嵌有 ${embedded} 个对象（可能是别的文书），没有读取；请打开原件查看，是文书的另存出来单独放入`,
    });
  for (const name of names.filter((one) => /^xl\/drawings\/drawing[^/]*\.xml$/u.test(one)).slice(0, mostDrawings)) {
    const drawing = await part(name).catch(() => null);
    if (drawing === null || !/<a:t>[^<]*\S/u.test(drawing.toString('utf8'))) continue;
    onNotice({ kind: 'other', message: '表格里有文本框或者图形，其中的文字没有读取，请打开原件查看' });
    break;
  }
}

/** Whether a workbook without a word in its cells shows pictures or shapes all the same. */
export function isDrawn(names: readonly string[]): boolean {
  return names.some((name) => /^xl\/(?:media|drawings|charts)\/./u.test(name));
}
