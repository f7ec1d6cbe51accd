import type { Cell, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { capitals, grouped, longDate } from '../numbers.ts';
import { label, numberOf, officerList, titleOf } from './wording.ts';

export interface IndexRow {
  readonly number: string;
  readonly title: string;
  readonly date: string;
  readonly page: string;
}

export function cover(data: CaseData, pages: number): Paper {
  const { agency, party } = data;
  const title = titleOf(agency, 'cover');
  return {
    kind: 'cover',
    title,
    unlisted: true,
    size: 14,
    blocks: [
      { type: 'gap', lines: 3 },
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'gap', lines: 2 },
      {
        type: 'table',
        columns: [24, 26, 24, 26],
        rows: [
          [label('案件名称'), { text: `${party.name}${data.cause}`, span: 3, lines: 2 }],
          [label('处罚决定书文号'), { text: numberOf(data, 'penalty-decision'), span: 3, lines: 2 }],
          [label('当事人'), { text: party.name, span: 3, lines: 2 }],
          [
            label('处理结果'),
            {
              text: `罚款人民币${grouped(data.fine)}元（${capitals(data.fine)}）${data.penalties.length > 1 ? '等' : ''}`,
              span: 3,
              lines: 2,
            },
          ],
          [
            label('立案日期'),
            { text: longDate(data.filing.approvedOn), lines: 2 },
            label('结案日期'),
            { text: longDate(data.closing.date) },
          ],
          [label('承办机构'), { text: agency.unit, lines: 2 }, label('承办人'), { text: officerList(data.handlers) }],
          [
            label('归档日期'),
            { text: longDate(data.archivedOn), lines: 2 },
            label('立卷人'),
            { text: data.handlers[1].name },
          ],
          [
            label('归档号'),
            { text: `${data.year}-${String(data.serial).padStart(4, '0')}`, lines: 2 },
            label('保管期限'),
            { text: '长期' },
          ],
        ],
      },
      { type: 'text', text: `本卷共 1 卷　第 1 卷　　卷内文件 ${pages} 页`, align: 'center' },
    ],
  };
}

export function fileIndex(data: CaseData, rows: readonly IndexRow[]): Paper {
  const title = titleOf(data.agency, 'file-index');
  return {
    kind: 'file-index',
    title,
    unlisted: true,
    size: 12,
    blocks: [
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [8, 22, 38, 19, 13],
        rows: [
          [label('序号'), label('文号'), label('文书名称'), label('日期'), label('页号')],
          ...rows.map((row, index): Cell[] => [
            label(String(index + 1)),
            { text: row.number },
            { text: row.title },
            label(row.date),
            label(row.page),
          ]),
        ],
      },
    ],
  };
}

export function archiveNote(data: CaseData, pages: number): Paper {
  const title = titleOf(data.agency, 'archive-note');
  const day = longDate(data.archivedOn);
  return {
    kind: 'archive-note',
    title,
    unlisted: true,
    size: 12,
    blocks: [
      { type: 'gap', lines: 2 },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [24, 76],
        rows: [
          [
            label('本卷情况说明'),
            {
              text: `本卷共有文件材料 ${pages} 页（不含封面、目录、备考表），音像光盘 1 张，无缺损、修改、补充、移出情况。`,
              lines: 9,
            },
          ],
          [label('立卷人'), { text: `⟦${data.handlers[1].name}⟧　　⟦${day}⟧`, lines: 2 }],
          [label('检查人'), { text: `⟦${data.agency.archivist}⟧　　⟦${day}⟧`, lines: 2 }],
          [label('立卷时间'), { text: day, lines: 2 }],
        ],
      },
    ],
  };
}
