import { articleInWords } from '../../packs/citation.ts';
import type { ItemResult, ScoreResult } from '../../score/types.ts';
import type { CaseResult } from '../batch/result.ts';
import type { OfficialDocument, TableRow } from '../official.ts';
import type { Phrases } from './phrases.ts';
import { tidy } from './tidy.ts';

/**
 * 一卷一表: the score sheet of one file under one standard. Every item with its points, what it lost, why and on which page, how it was
 * decided; then the total, as a range while something waits for people, and lines to sign on.
 */
export function sheetDocument(
  result: CaseResult,
  score: ScoreResult,
  phrases: Phrases,
  day: string,
): Omit<OfficialDocument, 'properties'> {
  const about = result.case;
  const label = (text: string) => ({ text, strong: true, align: 'center' as const });
  const heads = ['序号', '评查项目', '分值', '得失', '理由和位置', '评定'];
  const rows: TableRow[] = [
    {
      cells: [
        { ...label('被评查单位'), columns: 2 },
        { text: about.agency ?? '', columns: 4 },
      ],
    },
    {
      cells: [
        { ...label('案卷'), columns: 2 },
        { text: [about.number, about.name].filter(Boolean).join('　'), columns: 4 },
      ],
    },
    {
      cells: [
        { ...label('当事人'), columns: 2 },
        { text: about.party ?? '', columns: 4 },
      ],
    },
    {
      cells: [
        { ...label('评查标准'), columns: 2 },
        { text: `${score.title}${score.sheetTitle ? `（${score.sheetTitle}）` : ''}`, columns: 4 },
      ],
    },
    {
      cells: [
        { ...label('评查结果'), columns: 2 },
        { text: totalWords(score), columns: 4, strong: true },
      ],
    },
    { strong: true, cells: heads.map((text) => ({ text, align: 'center' as const })) },
    ...itemRows(result, score),
  ];
  return {
    title: phrases['sheet.title'] || '行政执法案卷评查表',
    day,
    head: null,
    to: null,
    body: [
      {
        is: 'table',
        heads: false,
        columns: [
          { title: '序号', width: 8, align: 'center' },
          { title: '评查项目', width: 32 },
          { title: '分值', width: 8, align: 'center' },
          { title: '得失', width: 9, align: 'center' },
          { title: '理由和位置', width: 40 },
          { title: '评定', width: 10, align: 'center' },
        ],
        rows,
      },
      ...(phrases['sheet.sign'] ? [{ is: 'paragraph' as const, flush: true, text: phrases['sheet.sign'] }] : []),
    ],
    signed: null,
    annexes: [],
  };
}

/** 82分，良好; with what is open as a range. */
function totalWords(score: ScoreResult): string {
  const waiting = (score.openVetoes?.length ?? 0) === 0 ? '' : `；另有${score.openVetoes.length}项否决待人工认定`;
  if (score.max === 0) return `只列问题，不打分${waiting}`;
  if (!score.scored) return `因一票否决不予计分${score.grade === null ? '' : `，${score.grade}`}`;
  const full = `（满分${score.max}分）`;
  const grade = score.possibleGrades.length > 1 ? `，等次待定（${score.possibleGrades.join('、')}）` : gradeOf(score);
  const open = score.low === score.high ? '' : '，部分事项待人工核查';
  const points = score.low === score.high ? `${score.total}分` : `${score.low}至${score.high}分`;
  const vetoes = score.veto.length === 0 ? '' : `；一票否决：${score.veto.map((one) => one.title).join('、')}`;
  return `${points}${full}${open}${grade}${vetoes}${waiting}`;
}

function gradeOf(score: ScoreResult): string {
  return score.grade === null ? '' : `，${score.grade}`;
}

function itemRows(result: CaseResult, score: ScoreResult): readonly TableRow[] {
  const rows: TableRow[] = [];
  let section: string | null = null;
  for (const item of score.items) {
    if (item.section !== section) {
      section = item.section;
      rows.push({ strong: true, cells: [{ text: section, columns: 6 }] });
    }
    rows.push(itemRow(result, item));
  }
  return rows;
}

const modes = { automatic: '系统', assisted: '系统和人工', 'by-hand': '人工' } as const;

function itemRow(result: CaseResult, item: ItemResult): TableRow {
  const reasons = reasonsOf(result, item);
  return {
    splits: reasons.length > 300,
    cells: [
      item.id,
      item.title,
      item.kind === 'veto' ? '否决' : item.full === null ? '' : String(item.full),
      lossWords(item),
      reasons,
      item.state === 'pending' ? '待人工核查' : modes[item.mode],
    ],
  };
}

function lossWords(item: ItemResult): string {
  switch (item.state) {
    case 'pending':
      return item.deducted > 0 ? `${signed(item)}（待核）` : '待核';
    case 'deducted':
      return signed(item);
    case 'veto':
      return '触发';
    case 'not-applicable':
      return '不涉及';
    case 'recorded':
      return '记录';
    case 'full':
      return item.kind === 'veto' ? '未触发' : item.kind === 'bonus' ? signed(item) : '0';
    default:
      return item.state satisfies never;
  }
}

function signed(item: ItemResult): string {
  return item.deducted === 0 ? '0' : `${item.kind === 'bonus' ? '+' : '-'}${item.deducted}`;
}

/** What failed, with page and law; then what people said. */
function reasonsOf(result: CaseResult, item: ItemResult): string {
  const keys = new Set([...item.charged.map((one) => one.finding), ...(item.state === 'veto' ? item.findings : [])]);
  const lines = result.findings
    .filter((finding) => keys.has(finding.key))
    .map((finding) => {
      const pages = [...new Set(finding.anchors.map((anchor) => `${anchor.file}第${anchor.page}页`))];
      const [basis] = finding.basis;
      const law = basis === undefined ? '' : `（《${basis.lawTitle}》${articleInWords(basis)}）`;
      return `${tidy(finding.message)}${law}${pages.length === 0 ? '' : `　${pages.slice(0, 4).join('、')}`}`;
    });
  const said = new Set(result.findings.map((finding) => finding.message));
  const rest = item.reasons.filter((reason) => !said.has(reason) && !said.has(reason.replace(/^待核：/u, '')));
  return [...lines, ...rest.map(tidy)].join('\n');
}
