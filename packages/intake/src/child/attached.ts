const maybePaper = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|jpe?g|png|bmp|tiff?|txt|zip|rar|7z)$/iu;

/** What is said of files that hang on another: `unread` where papers may be among them, which were not read with it, else `told`. */
export function attachedWords(names: readonly string[]): {
  readonly unread: string | null;
  readonly told: string | null;
} {
  const papers = names.filter((name) => maybePaper.test(name));
  if (papers.length > 0) {
    const named = papers.slice(0, 5).join('、');
    const unread = `文件里附有 ${papers.length} 个文件（${named}${papers.length > 5 ? ' 等' : ''}），其中可能有文书，没有读取；请打开原件，把附件另存出来单独放入`;
    return { unread, told: null };
  }
  const named = names.slice(0, 10).join('、');
  return {
    unread: null,
    told: names.length === 0 ? null : `文件里附有 ${names.length} 个文件（${named}），没有读取，请打开原件查看`,
  };
}
