// What intake says of files, read out of its source, so that docs/intake-messages.md is always what the code says.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const folder = path.join(path.dirname(import.meta.dirname), 'packages/intake/src');

/** When a message is said. */
type Case = 'refused' | 'locked' | 'page' | 'notice';

/** One sentence of intake as people see it, `…` for what stands in it; `advice` is what they can do, empty where there is nothing but to look. */
export interface Message {
  readonly file: string;
  readonly when: Case;
  readonly what: string;
  readonly advice: string;
}

const chapters: readonly (readonly [files: RegExp, title: string])[] = [
  [/^(?:strangers|foreign|nothing)\.ts$/u, '不是这里能读的文件'],
  [
    /^(?:archive|entry-names|inflating|packed-run|salvage|bounds|unlock|tar|gzip|carried|containers|folders|gather|large|records)\.ts$/u,
    '压缩包、大文件和成批的记录',
  ],
  [/^(?:mail|mailbox|mime|outlook|outlook-rtf)\.ts$/u, '邮件'],
  [/^(?:worker|parser|limits|read)\.ts$/u, '读得太久、占用太多，或者读取的程序中断'],
  [
    /^child\/(?:main|text|garbled|marked|wrapping|layout|attached|outlined|hands|draw)\.ts$/u,
    '各种文件共同的，以及纯文本',
  ],
  [/^child\/pdf\//u, 'PDF'],
  [/^(?:child\/(?:docx\/|xml|decrypt|cfb)|word)/u, 'DOCX，以及加密的 Office 文件'],
  [/^child\/(?:doc\/|rtf\/|html\/|word\/|old\.)/u, 'DOC、WPS 文字、RTF 和网页'],
  [/^child\/ofd\//u, 'OFD'],
  [/^(?:child\/)?(?:table\/|tables?\.)/u, '台账（XLSX、XLS、ET、CSV）'],
  [/^child\/(?:picture|lines)\//u, '图片和扫描页'],
  [/^ocr\//u, '文字识别'],
];

const cases: Readonly<Record<Case, string>> = {
  refused: '文件或者其中一项没有读',
  locked: '等待密码',
  page: '这一页没有读出，或者可能没有读全',
  notice: '已经读取，提醒核对',
};

const refusing = new Set(['Unreadable', 'Damaged', 'Broken', 'Misshapen', 'Declared', 'Unlisted']);
const sentence =
  /请|没有读|没有打开|没有执行|没有采信|没有查|读不出|读不下|打不开|不作为|核对|看不到|没有处理|已停止|损坏|不完整|缺失|需要|密码|检查/u;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** All messages of intake in the order of its files. */
export function intakeMessages(): readonly Message[] {
  const sources = filesUnder(folder).map((file) => ({
    file,
    body: parseSync(file, readFileSync(path.join(folder, file), 'utf8')).program as unknown as Node,
  }));
  const shared = new Map<string, string>();
  const own = new Map(sources.map(({ file, body }) => [file, constantsOf(body, shared)]));
  const found: Message[] = [];
  for (const { file, body } of sources) {
    const known = own.get(file) ?? new Map();
    const seen = new Set<string>();
    walk(body, [], (node, above) => {
      const text = textOf(node, (name) => known.get(name) ?? shared.get(name));
      if (text === null || !/\p{Script=Han}/u.test(text) || text.length < 6) return;
      const damaged = above.some((one) => one.type === 'NewExpression' && nameOf(one.callee) === 'Damaged');
      const whole = damaged ? `${text}，打不开；${shared.get('notWhole') ?? ''}` : text;
      if (above.some(isPart)) return;
      if (!sentence.test(whole)) return;
      // Beginnings and ends of sentences stand in those that use them.
      if (/^[；，。]|^请|^…?[，；]|：$/u.test(whole) || seen.has(whole)) return;
      seen.add(whole);
      const at = whole.search(/[；，](?=请|可用|网页请)/u);
      found.push({
        file,
        when: whenOf(whole, caseOf(above)),
        what: at < 0 ? whole : whole.slice(0, at),
        advice: at < 0 ? '' : whole.slice(at + 1),
      });
    });
  }
  return found;
}

/** The page of messages, by what they are of. */
export function messagePage(note: string): string {
  const messages = intakeMessages();
  const homeless = messages.find(({ file }) => !chapters.some(([files]) => files.test(file)));
  if (homeless !== undefined) throw new Error(`scripts/messages.ts has no chapter for ${homeless.file}`);
  const parts = chapters.map(([files, title]) => {
    const own = messages.filter(({ file }) => files.test(file));
    const rows = (Object.keys(cases) as Case[]).flatMap((when) =>
      own
        .filter((one) => one.when === when)
        .map((one) => `| ${cell(one.what)} | ${cases[when]} | ${cell(one.advice) || otherwise(one)} |`),
    );
    return `## ${title}\n\n| 说的话 | 什么时候 | 怎么办 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${note}\n\n# 读取文件时说的话\n\n读取案卷文件时可能说的话，共 ${messages.length} 条，从程序里取出，“…”处是文件名、页码、数目一类。文件没有读的，列表和案卷左侧“没有读出”里写明；已经读取而要核对的，写在“待核”里。\n\n${parts.join('\n')}`;
}

/** What to do where a message does not say it. */
function otherwise({ when, what }: Message): string {
  if (when === 'locked' || /密码/u.test(what)) return '输入密码';
  return /…$/u.test(what) ? '写在后面' : '对照原件';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}

function filesUnder(at: string): string[] {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$|^fixtures\.ts$/u.test(entry.name))
    .map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Constants that are sentences or parts of them, by name; those a file exports go into `shared` too. */
function constantsOf(body: Node, shared: Map<string, string>): Map<string, string> {
  const own = new Map<string, string>();
  for (const statement of body.body as Node[]) {
    const exported = statement.type === 'ExportNamedDeclaration';
    const declaration = (exported ? statement.declaration : statement) as Node | null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations as { id: Node; init: Node | null }[]) {
      const text = init === null ? null : textOf(init, (name) => own.get(name) ?? shared.get(name));
      if (text === null || !/\p{Script=Han}/u.test(text)) continue;
      own.set(nameOf(id), text);
      if (exported) shared.set(nameOf(id), text);
    }
  }
  return own;
}

/** The words of a string or a template; `…` for what stands in it and is no constant. Null for anything else. */
function textOf(node: Node, constant: (name: string) => string | undefined): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as { value: { cooked: string } }[];
  const between = node.expressions as Node[];
  return quasis
    .map(({ value }, index) => {
      const expression = between[index];
      return value.cooked + (expression === undefined ? '' : (constant(nameOf(expression)) ?? '…'));
    })
    .join('');
}

function walk(node: Node, above: readonly Node[], meet: (node: Node, above: readonly Node[]) => void): void {
  meet(node, above);
  const path = [...above, node];
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'object' && one !== null && typeof (one as Node).type === 'string')
        walk(one as Node, path, meet);
}

/** Words that other sentences are made of, and lists of characters. */
function isPart(node: Node): boolean {
  if (node.type === 'CallExpression') return nameOf(node.callee) === 'damaged';
  return node.type === 'VariableDeclarator' && /^(?:strange|common)$/u.test(nameOf(node.id));
}

/** What tells people to look themselves is no refusal. */
function whenOf(text: string, said: Case): Case {
  if (/需要密码才能打开/u.test(text)) return 'locked';
  return said === 'refused' && /没有采信|对照(?:原件|页面)|打开原件/u.test(text) ? 'notice' : said;
}

/** When a sentence is said, by what it is handed to. */
function caseOf(above: readonly Node[]): Case {
  for (const node of above.toReversed()) {
    if (node.type === 'NewExpression') {
      const name = nameOf(node.callee);
      if (name === 'Locked') return 'locked';
      if (refusing.has(name)) return 'refused';
    }
    const key = node.type === 'Property' ? nameOf(node.key) : node.type === 'VariableDeclarator' ? nameOf(node.id) : '';
    if (key === 'message') return 'notice';
    if (/^(?:unread|attached)$/u.test(key)) return 'page';
    if (/^refused|^unreadable$/u.test(key)) return 'refused';
    if (node.type === 'FunctionDeclaration') {
      const name = nameOf(node.id);
      if (/^(?:unreadOn|only|underNotes|withoutCodes|whyEmpty|withFault)/u.test(name)) return 'page';
      if (/^(?:told|tell|notices|oddities|overlong|endsEarly|unlike|unchecked|damageTold|lost)/iu.test(name))
        return 'notice';
    }
  }
  return 'refused';
}

function nameOf(node: unknown): string {
  return (node as { name?: string } | null)?.name ?? '';
}
