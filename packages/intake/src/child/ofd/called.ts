const called: readonly (readonly [part: RegExp, what: string])[] = [
  [/(?:^|\/)Signatures\.xml$/iu, '电子签章清单'],
  [/(?:^|\/)(?:Signature|Seal|SignedValue)[^/]*$/iu, '电子签章'],
  [/(?:^|\/)Annotations\.xml$/iu, '批注清单'],
  [/(?:^|\/)Attachments\.xml$/iu, '附件清单'],
  [/(?:^|\/)Annot[^/]*\.xml$/iu, '批注'],
  [/(?:^|\/)(?:Tpls?|Temps?)[_/]/iu, '模板'],
  [/Res\.xml$/iu, '字体和图片清单'],
  [/^OFD\.xml$/iu, '主文件'],
  [/(?:^|\/)Document\.xml$/iu, '文档入口'],
  [/(?:^|\/)Content\.xml$/iu, '页面内容'],
];

/** A part of an OFD as people are told of it, with its name in the package for who made it. */
export function partCalled(name: string): string {
  const what = called.find(([part]) => part.test(name))?.[1];
  return what === undefined ? `“${name}”这一部分` : `${what}（${name}）`;
}
