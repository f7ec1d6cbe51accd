import {
  type Block,
  cellOf,
  dayInWords,
  type OfficialDocument,
  type OfficialTable,
  spansOf,
  type Text,
} from './official.ts';

/**
 * A document as one HTML file that needs nothing else, with the same measures on screen and in print. Every word is escaped. With `stylesheet`
 * it is laid out by the file at that address instead of its own rules, for pages that may not have any of their own.
 */
export function officialHtml(document: OfficialDocument, stylesheet?: string): string {
  const rules =
    stylesheet === undefined
      ? `<style>${officialStyle}</style>`
      : `<link rel="stylesheet" href="${escaped(stylesheet)}">`;
  const listed = document.annexes.filter((annex) => annex.unlisted !== true);
  const parts = [
    document.head === null
      ? ''
      : `<header class="head"><p class="organ">${escaped(document.head.organ)}</p><p class="number">${escaped(document.head.number ?? '')}</p></header>`,
    title('h1', document.title),
    document.to === null ? '' : `<p class="to">${escaped(document.to)}：</p>`,
    ...document.body.map(blockHtml),
    listed.length === 0
      ? ''
      : `<div class="list"><p>附件：</p><ol>${listed.map((annex) => `<li>${escaped(annex.title)}</li>`).join('')}</ol></div>`,
    document.signed === null
      ? ''
      : `<div class="signed"><p>${escaped(document.signed.organ)}</p><p>${dayInWords(document.signed.day)}</p></div>`,
    ...document.annexes.map((annex) => {
      const label =
        annex.unlisted === true ? '' : `<p class="label">附件${listed.length > 1 ? listed.indexOf(annex) + 1 : ''}</p>`;
      return `<section class="annex${annex.wide === true ? ' wide' : ''}">${label}${title('h2', annex.title)}${annex.body.map(blockHtml).join('\n')}</section>`;
    }),
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(document.title.replaceAll('\n', ''))}</title>${rules}</head>
<body><main>
${parts.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

function title(tag: 'h1' | 'h2', text: string): string {
  return `<${tag} class="title">${escaped(text).replaceAll('\n', '<br>')}</${tag}>`;
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level + 1} class="level${block.level}">${textHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const classes = [block.flush === true ? 'flush' : '', block.align === undefined ? '' : block.align].filter(
        Boolean,
      );
      return `<p${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${textHtml(block.text)}</p>`;
    }
    case 'table':
      return tableHtml(block);
    default:
      return block satisfies never;
  }
}

function tableHtml(table: OfficialTable): string {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns
    .map((column) => `<col width="${((column.width / shares) * 100).toFixed(2)}%">`)
    .join('');
  const heads =
    table.heads === false
      ? ''
      : `<thead><tr>${table.columns.map((column) => `<th scope="col">${escaped(column.title)}</th>`).join('')}</tr></thead>`;
  const rows = table.rows.map((row) => {
    let at = 0;
    const cells = row.cells.map((raw) => {
      const cell = cellOf(raw);
      const span = cell.columns ?? 1;
      const align = cell.align ?? (span > 1 ? 'left' : (table.columns[at]?.align ?? 'left'));
      at += span;
      const attributes = [
        span > 1 ? ` colspan="${span}"` : '',
        (cell.rows ?? 1) > 1 ? ` rowspan="${cell.rows}"` : '',
        align === 'left' ? '' : ` class="${align}"`,
      ].join('');
      const inner = textHtml(cell.text);
      return `<td${attributes}>${cell.strong === true ? `<b>${inner}</b>` : inner}</td>`;
    });
    return `<tr${row.strong === true ? ' class="strong"' : ''}>${cells.join('')}</tr>`;
  });
  const caption = table.caption === undefined ? '' : `<caption>${escaped(table.caption)}</caption>`;
  return `<table>${caption}<colgroup>${columns}</colgroup>${heads}<tbody>${rows.join('\n')}</tbody></table>`;
}

function textHtml(text: Text): string {
  return spansOf(text)
    .map((span) => {
      const words = escaped(span.text).replaceAll('\n', '<br>');
      const inner = span.strong === true ? `<b>${words}</b>` : words;
      return span.figure === undefined
        ? inner
        : `<span class="figure" data-figure="${escaped(span.figure)}">${inner}</span>`;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => entities[letter] ?? letter);
}

/** How documents look on screen and on paper. */
export const officialStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt 宋体, SimSun, serif; } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
body { margin: 0; background: #eee; color: #000; font: 16pt/28pt 仿宋_GB2312, FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; }
main { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; background: #fff; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.to, p.flush, p.label, .head p, .signed p, .list p { text-indent: 0; }
p.center { text-align: center; text-indent: 0; } p.right { text-align: right; text-indent: 0; }
.head { color: #f00; text-align: center; border-bottom: 2.25pt solid #f00; margin-bottom: 56pt; }
.organ { font: 40pt/1.4 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", serif; text-align: center; }
.number { color: #000; text-align: center; padding-bottom: 11pt; }
.title { margin: 0 0 28pt; text-align: center; text-wrap: balance; font: 22pt/32pt 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", serif; }
h2, h3, h4, h5 { margin: 0; font-size: 16pt; font-weight: normal; text-indent: 2em; break-after: avoid; }
.level1, .label, th, .strong td { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
.level2 { font-family: 楷体_GB2312, KaiTi, 楷体, STKaiti, serif; }
table { width: 100%; border-collapse: collapse; margin: 6pt 0 12pt; table-layout: fixed; font-size: 10.5pt; line-height: 15pt; }
th, td { border: .5pt solid #000; padding: 2pt 4pt; font-weight: normal; text-align: left; overflow-wrap: anywhere; }
th { background: #f2f2f2; text-align: center; } td.center { text-align: center; } td.right { text-align: right; }
thead { display: table-header-group; } tr { break-inside: avoid; } caption { font: 12pt/20pt 黑体, SimHei, sans-serif; }
.list { display: flex; margin: 28pt 0 0 2em; } .list p { white-space: nowrap; } .list ol { margin: 0; padding-left: 1.4em; }
.signed { width: max-content; margin: 56pt 4em 0 auto; text-align: center; break-inside: avoid; }
.signed p { text-align: center; }
.annex { break-before: page; margin-top: 56pt; } .annex.wide { page: wide; }
@media print { body { background: none; } main { max-width: none; padding: 0; } .annex { margin-top: 0; } }
`;
