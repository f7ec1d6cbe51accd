import { dayNumber } from '../kernel/day.ts';
import { columnNames, neededColumns } from './columns.ts';
import { thresholdsIn } from './thresholds.ts';
import type { FactValue, ListItem } from './types.ts';

/** Lists an agency keeps: 执法人员名册, 重大执法决定法制审核目录清单, 权责清单. */
export type TableKind = 'roster' | 'major' | 'powers';

/** A sheet as it was read: rows with their number in the file. */
export interface AgencyTable {
  readonly file: string;
  readonly sheet: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** How a sheet was understood, for people to check. `kind` is null when it is none of the lists. */
export interface AgencyMapping {
  readonly file: string;
  readonly sheet: string;
  readonly kind: TableKind | null;
  /** Row of the headings. */
  readonly heading: number | null;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  readonly taken: number;
}

export interface ImportedAgency {
  /** What the lists say, as an agency profile's file says it. */
  readonly profile: Readonly<Record<string, FactValue>>;
  readonly mapping: readonly AgencyMapping[];
  /** Chinese sentences naming file, sheet and row. A row with a mistake is left out, the others are taken. */
  readonly problems: readonly string[];
}

export const tableKinds: Readonly<Record<TableKind, string>> = {
  roster: '执法人员名册',
  major: '重大执法决定法制审核目录清单',
  powers: '权责清单',
};

/** Headings are looked for in so many rows from the top. */
const headingRows = 10;

/** Reads the lists of one agency into a profile: headings are guessed from what they are usually called, and what was guessed is shown. */
export function importAgency(tables: readonly AgencyTable[]): ImportedAgency {
  const profile: Record<string, FactValue> = {};
  const problems: string[] = [];
  const mapping: AgencyMapping[] = [];
  for (const table of tables) {
    const understood = understand(table);
    if (understood === null) {
      if (table.rows.length === 0) continue;
      mapping.push({ file: table.file, sheet: table.sheet, kind: null, heading: null, columns: [], taken: 0 });
      problems.push(`${placeOf(table)}：没有找到名册、目录清单或者权责清单的表头（如“姓名”“执法证号”）`);
      continue;
    }
    const name = nameIn(table, understood.heading);
    if (name !== null && profile.name === undefined) profile.name = name;
    const rows = itemsOf(table, understood, problems);
    fill(profile, understood.kind, rows, table, problems);
    mapping.push({
      file: table.file,
      sheet: table.sheet,
      kind: understood.kind,
      heading: understood.heading,
      columns: understood.columns,
      taken: rows.length,
    });
  }
  return { profile, mapping, problems };
}

interface Understood {
  readonly kind: TableKind;
  readonly heading: number;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
}

interface Row {
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** The row of the headings and what each means: the kind whose columns are found most. */
function understand(table: AgencyTable): Understood | null {
  let best: (Understood & { readonly found: number }) | null = null;
  for (const row of table.rows.slice(0, headingRows)) {
    for (const kind of Object.keys(tableKinds) as TableKind[]) {
      const columns = columnsOf(row.cells, kind);
      const fields = columns.flatMap((one) => (one.field === null ? [] : [one.field]));
      if (!neededColumns[kind].every((one) => fields.includes(one)) || fields.length < 2) continue;
      if (best === null || fields.length > best.found)
        best = { kind, heading: row.number, columns, found: fields.length };
    }
  }
  return best;
}

function columnsOf(cells: readonly string[], kind: TableKind): Understood['columns'] {
  const taken = new Set<string>();
  const exact = cells.map((cell) => fieldNamed(foldHeading(cell), kind, (name, heading) => name === heading));
  return cells.map((heading, index) => {
    const folded = foldHeading(heading);
    const field = exact[index] ?? fieldNamed(folded, kind, (name, text) => name.length > 2 && text.includes(name));
    const again = field === null || taken.has(field) || (exact[index] === null && exact.includes(field));
    if (field !== null && !again) taken.add(field);
    return { heading, field: again ? null : field };
  });
}

function fieldNamed(heading: string, kind: TableKind, fits: (name: string, heading: string) => boolean): string | null {
  if (heading === '') return null;
  for (const [field, names] of Object.entries(columnNames[kind])) {
    if (names.some((name) => fits(name, heading))) return field;
  }
  return null;
}

function foldHeading(cell: string): string {
  return cell.normalize('NFKC').replace(/\s|\([^()]*\)|[:*：]/gu, '');
}

function itemsOf(table: AgencyTable, { heading, columns, kind }: Understood, problems: string[]): Row[] {
  const rows: Row[] = [];
  for (const row of table.rows) {
    if (row.number <= heading) continue;
    const fields: Record<string, string> = {};
    columns.forEach(({ field }, index) => {
      const cell = (row.cells[index] ?? '').trim();
      if (field !== null && cell !== '') fields[field] = cell;
    });
    if (Object.keys(fields).length === 0) continue;
    const missing = neededColumns[kind].filter((field) => fields[field] === undefined);
    // A line below the table, such as who filled it in, has one cell.
    if (missing.length > 0 && row.cells.filter((cell) => cell.trim() !== '').length < 2) continue;
    if (missing.length > 0) {
      const names = missing.map((field) => columns.find((one) => one.field === field)?.heading ?? field);
      problems.push(`${placeOf(table)}第 ${row.number} 行：缺少${names.join('、')}`);
    } else rows.push({ number: row.number, fields });
  }
  return rows;
}

function fill(
  profile: Record<string, FactValue>,
  kind: TableKind,
  rows: readonly Row[],
  table: AgencyTable,
  problems: string[],
): void {
  switch (kind) {
    case 'roster': {
      const officers = rows.flatMap((row) => officerOf(row, table, problems));
      profile.roster = [...((profile.roster as readonly ListItem[] | undefined) ?? []), ...officers];
      return;
    }
    case 'major':
      fillMajor(profile, rows, table, problems);
      return;
    case 'powers': {
      const powers = rows.map(
        ({ fields }): ListItem => ({ name: fields.name ?? '', kind: fields.kind ?? '', basis: fields.basis ?? null }),
      );
      profile.powers = [...((profile.powers as readonly ListItem[] | undefined) ?? []), ...powers];
      const has = (word: string): boolean => powers.some((one) => String(one.kind).includes(word));
      if (has('处罚')) profile['has-power'] = true;
      if (has('许可')) profile['licence-power'] = true;
      if (has('强制执行')) profile['enforcement-power'] = true;
      return;
    }
    default:
      kind satisfies never;
  }
}

function officerOf({ number, fields }: Row, table: AgencyTable, problems: string[]): ListItem[] {
  const wrong: string[] = [];
  const day = (text: string | undefined): string | null => {
    if (text === undefined || text === '' || text.includes('长期')) return null;
    const found = dayIn(text);
    if (found === null) wrong.push(`“${text}”不是日期`);
    return found;
  };
  const range = (fields['valid-to'] ?? '').split(/至|到|~|—+|－+| - /u).map((part) => part.trim());
  const [first, second] = range.length === 2 ? range : [undefined, range[0]];
  const from = day(fields['valid-from'] ?? first);
  const to = day(second);
  const since = day(fields['reviewer-since']);
  if (from !== null && to !== null && to < from) wrong.push(`有效期止 ${to} 早于有效期起 ${from}`);
  if (wrong.length > 0) {
    problems.push(`${placeOf(table)}第 ${number} 行：${wrong.join('；')}`);
    return [];
  }
  const qualified = fields['legal-qualified'];
  return [
    {
      name: fields.name ?? '',
      certificate: fields.certificate ?? '',
      ...(from === null ? {} : { 'valid-from': from }),
      ...(to === null ? {} : { 'valid-to': to }),
      ...(qualified === undefined ? {} : { 'legal-qualified': !/^(?:否|无|未|没有|×|x|N)/iu.test(qualified) }),
      ...(since === null ? {} : { 'reviewer-since': since }),
    },
  ];
}

/** The decisions the list names, and the figures that stand in its words, by the day each list was in force. */
function fillMajor(
  profile: Record<string, FactValue>,
  rows: readonly Row[],
  table: AgencyTable,
  problems: string[],
): void {
  const decisions: ListItem[] = [];
  const lists = new Map<string, Record<string, string | number | boolean>>();
  for (const { number, fields } of rows) {
    const days: Record<string, string> = {};
    let sound = true;
    for (const key of ['from', 'to'] as const) {
      const text = fields[key];
      if (text === undefined) continue;
      const day = dayIn(text);
      if (day === null) {
        problems.push(`${placeOf(table)}第 ${number} 行：“${text}”不是日期`);
        sound = false;
      } else days[key] = day;
    }
    if (!sound) continue;
    const words = [fields.item, fields.standard].filter((one) => one !== undefined).join('：');
    decisions.push({ item: fields.item ?? '', kind: fields.kind ?? null, standard: fields.standard ?? null, ...days });
    const found = thresholdsIn(words);
    if (Object.keys(found).length === 0) continue;
    const key = `${days.from ?? ''}|${days.to ?? ''}`;
    lists.set(key, { ...days, ...lists.get(key), ...found });
  }
  profile['major-decisions'] = [
    ...((profile['major-decisions'] as readonly ListItem[] | undefined) ?? []),
    ...decisions,
  ];
  if (decisions.length > 0) profile['major-list-made'] = true;
  if (lists.size === 0) return;
  const sorted = [...lists.values()].sort((a, b) => (String(a.from ?? '') < String(b.from ?? '') ? -1 : 1));
  profile['major-lists'] = sorted;
  for (const who of ['person', 'organisation', 'individual-business'] as const) {
    const terms = sorted.filter((one) => typeof one[who] === 'number');
    const [only] = terms;
    if (only === undefined) continue;
    profile[`major-threshold-${who}`] =
      terms.length === 1 && only.from === undefined && only.to === undefined
        ? (only[who] as number)
        : (terms.map((one) => ({
            since: one.from ?? null,
            until: one.to ?? null,
            value: one[who] ?? null,
          })) as unknown as FactValue);
  }
  if (sorted.every((one) => one['all-ordinary'] === true)) profile['major-all-ordinary'] = true;
}

/** 2020-06-01, 2020/6/1, 2020.6.1, 2020年6月1日, 20200601; null for anything else. */
export function dayIn(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(
    text.normalize('NFKC').replace(/\s/gu, ''),
  );
  if (parts === null) return null;
  const [, year = '', month, date, packedMonth, packedDate] = parts;
  const day = `${year}-${(month ?? packedMonth ?? '').padStart(2, '0')}-${(date ?? packedDate ?? '').padStart(2, '0')}`;
  return dayNumber(day) === null ? null : day;
}

/** The agency's name in a title above the headings: 临河县农业农村局执法人员名册. */
function nameIn(table: AgencyTable, heading: number): string | null {
  for (const row of table.rows) {
    if (row.number >= heading) return null;
    for (const cell of row.cells) {
      const found =
        /^([\p{Script=Han}()]{2,40}?(?:局|厅|委员会|支队|大队|总队|人民政府|办事处|中心))(?=.*(?:名册|清单|目录|名单|一览表))/u.exec(
          cell.normalize('NFKC').replace(/\s/gu, ''),
        );
      if (found?.[1] !== undefined) return found[1];
    }
  }
  return null;
}

function placeOf(table: AgencyTable): string {
  return table.sheet === '' ? table.file : `${table.file} 工作表“${table.sheet}”`;
}
