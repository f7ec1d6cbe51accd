/** Words about what was not read: which, what it means for the result, and what a person can do at once. */
export const text = {
  title: '没有读出',
  lost: (files: number, pages: number, partly: number): string => {
    const whole = [files > 0 ? `${files} 个文件` : '', pages > 0 ? `${pages} 页` : ''].filter((part) => part !== '');
    const lost = whole.length === 0 ? '' : `${whole.join('、')}没有读出`;
    return [lost, partly > 0 ? `${partly} 页可能没有读全` : ''].filter((part) => part !== '').join('，');
  },
  incomplete: '结果不完整',
  means: (lost: string, open: number): string =>
    `${lost}${open > 0 ? `，${open} 项因此可能无法判断` : ''}；得分和结论不包括没有读出的内容。`,
  others: (count: number): string => `有 ${count} 处内容没有采用`,
  paper: (label: string): string => `按文件名看是${label}`,
  blocks: (count: number): string => `${count} 项因此可能无法判断`,
  heldUp: (count: number): string => `因此不能判断的 ${count} 项`,
  blocksUnknown: (places: number, count: number): string =>
    places === 1
      ? `不知是什么文书，${count} 项可能要靠它判断`
      : `不知是什么文书的 ${places} 处，可能关系到 ${count} 项`,
  blocksNone: '不影响其他各项',
  only: (place: string | null, count: number): string =>
    `只列因${place === null ? '没有读出的几处' : `“${place}”`}可能无法判断的 ${count} 项`,
  all: '显示全部',
  look: '查看',
  unlock: '输入密码',
  again: '换一个文件…',
  againLabel: (name: string): string => `换一个文件代替 ${name}`,
  takeOut: '移出案卷',
  takeOutAsk: (name: string): string => `把“${name}”移出案卷？文件会从本机的案卷中删除，随后重新检查。`,
  recheck: '重新检查',
  checking: (step: string): string => `正在重新检查（${step}），完成后自动更新。`,
  cancelled: '上次检查没有做完，已取消；下面的内容可能是更早的结果，或者还没有结果。',
  uploading: (name: string, share: number): string => `正在上传 ${name} ${Math.round(share * 100)}%`,
  failed: (what: string): string => `没有完成：${what}`,
} as const;
