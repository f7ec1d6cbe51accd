import type { FileNotice } from '@anjuan/core';

/** What a paper of the old formats of Word carries beside its text. */
export function besides(found: {
  readonly objects: number;
  readonly remarks: number;
  readonly macros: boolean;
}): FileNotice[] {
  const notices: FileNotice[] = [];
  if (found.macros) notices.push({ kind: 'script', message: '文件含有宏，没有执行' });
  if (found.objects > 0)
    notices.push({
      kind: 'attachment',
      message: `文件里嵌有 ${found.objects} 个对象（可能是别的文书或者表格），没有读取；请打开原件查看，是文书的另存出来单独放入`,
    });
  if (found.remarks > 0)
    notices.push({ kind: 'beside', message: '文件带有批注，批注没有作为正文读取，请打开原件查看' });
  return notices;
}
