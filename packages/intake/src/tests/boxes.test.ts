import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { defaultLimits } from '../limits.ts';
import { closeParsers, readFiles } from '../read.ts';
import { zipOf } from './fixtures.ts';
import { type BoxTree, boxOf, tarOf } from './fixtures-boxes.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** Files as they are read: their names, and their words or why there are none. */
async function read(name: string, bytes: Buffer | string) {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const { cases, dispose } = await gather(place);
  try {
    const found: (readonly [string, string | undefined])[] = [];
    for (const one of cases)
      for (const file of await readFiles(one.files))
        found.push([
          cases.length > 1 ? `${one.name}：${file.name}` : file.name,
          file.unreadable ?? file.pages[0]?.text,
        ]);
    return found;
  } finally {
    await dispose();
  }
}

const said = (words: string): unknown => expect.stringContaining(words);
// 决定 in GBK.
const gbk = Buffer.concat([Buffer.from('be f6 b6 a8'.replaceAll(' ', ''), 'hex'), Buffer.from('.txt')]);
const papers = [
  { name: '案/立案.txt', bytes: '立案审批表' },
  { name: gbk, bytes: '行政处罚决定书' },
];

test('a TAR, packed or not, gives its files; names in either encoding', async () => {
  const files = [
    ['案/立案.txt', '立案审批表'],
    ['决定.txt', '行政处罚决定书'],
  ];
  expect((await read('a.tar', tarOf(papers))).toSorted()).toEqual(files.toSorted());
  expect((await read('a.tar.gz', gzipSync(tarOf(papers)))).toSorted()).toEqual(files.toSorted());
});

test('folders of a TAR are cases, an archive in it stands in its place', async () => {
  const parts = [
    { name: './甲/', type: '5' },
    { name: './甲/1.txt', bytes: '立案审批表' },
    { name: './乙/2.zip', bytes: zipOf({ '3.txt': '送达回证' }) },
    { name: './乙/3.txt', bytes: '询问笔录' },
  ];
  expect(await read('many.tgz', gzipSync(tarOf(parts)))).toEqual([
    ['乙：2/3.txt', '送达回证'],
    ['乙：3.txt', '询问笔录'],
    ['甲：1.txt', '立案审批表'],
  ]);
});

test('what an archive only points to, devices and names that lead out of it are told, long names are read', async () => {
  const long = `${'长'.repeat(60)}.txt`;
  const record = ` path=${'卷'.repeat(50)}.txt\n`;
  const length = Buffer.byteLength(record) + 3;
  const found = await read(
    'odd.tar',
    tarOf([
      { name: '../逃.txt', bytes: '一' },
      { name: '/etc/x.txt', bytes: '二' },
      { name: '链接', type: '2' },
      { name: '设备', type: '3' },
      { name: '././@LongLink', type: 'L', bytes: `${long}\0` },
      { name: '短', bytes: '长名称的文书' },
      { name: 'PaxHeader', type: 'x', bytes: `${length}${record}` },
      { name: '短', bytes: '另一种长名称' },
    ]),
  );
  expect(Object.fromEntries(found)).toEqual({
    '../逃.txt': said('指向压缩包以外'),
    '/etc/x.txt': said('指向压缩包以外'),
    链接: said('指向别处的链接'),
    设备: said('设备或者管道'),
    [long]: '长名称的文书',
    [`${'卷'.repeat(50)}.txt`]: '另一种长名称',
  });
});

test('of a damaged TAR what stands before and behind the damage is read, and the damage told', async () => {
  const whole = tarOf(papers);
  const head = Buffer.from(whole);
  head[5] = 0x41;
  const lost = '（压缩包里可能还有的文件）';
  expect(await read('head.tar', head)).toEqual([
    ['决定.txt', '行政处罚决定书'],
    [lost, said('已损坏')],
  ]);
  expect(await read('cut.tar', whole.subarray(0, 1024 + 517))).toEqual(
    expect.arrayContaining([
      ['决定.txt', said('中间断了')],
      [lost, said('没有结尾')],
    ]),
  );
  expect(await read('end.tar', tarOf(papers, false))).toContainEqual([lost, said('没有结尾')]);
  const lie = tarOf([
    { name: '1.txt', bytes: '一', size: 600 },
    { name: '2.txt', bytes: '二' },
    { name: '3.txt', bytes: '三' },
  ]);
  expect(await read('lie.tar', lie)).toContainEqual([lost, said('已损坏')]);
});

test('a GZ is the file it holds; one that breaks off is read to there, one whose sum is another is not', async () => {
  const words = Array.from({ length: 400 }, (_, at) => `第 ${at} 行 ${(at * 7919) % 1000}`).join('\n');
  const packed = gzipSync(words);
  expect(await read('笔录.txt.gz', packed)).toEqual([['笔录.txt', words]]);
  const [first, second] = await read('断.txt.gz', packed.subarray(0, -400));
  expect([first?.[0], second]).toEqual(['断.txt', ['（文件的后一部分）', said('压缩数据不完整')]]);
  expect(words.startsWith(first?.[1]?.slice(0, -2) ?? 'x')).toBe(true);
  const wrong = Buffer.from(packed);
  wrong.writeUInt32LE(1, wrong.length - 8);
  expect(await read('错.txt.gz', wrong)).toEqual([['错.txt.gz', said('校验值不符')]]);
  const archive = gzipSync(tarOf(papers));
  archive.writeUInt32LE(1, archive.length - 8);
  expect(await read('错.tgz', archive)).toContainEqual(['（压缩包里可能还有的文件）', said('校验值不符')]);
});

test('what a GZ unpacks to has the bounds of archives', async () => {
  const place = path.join(folder, 'bomb.tgz');
  writeFileSync(place, gzipSync(tarOf([{ name: '1.txt', bytes: Buffer.alloc(defaultLimits.ratioFrom + 2 ** 20) }])));
  const before = process.memoryUsage().rss;
  const { cases } = await gather(place);
  expect(cases[0]?.files).toEqual([
    { name: 'bomb.tgz', path: place, size: expect.any(Number), refused: said('大得异常') },
  ]);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
});

test('mails that lie one behind the other are read each for itself', async () => {
  const mail = (about: string, words: string): string =>
    `From a@b.cn Mon Jan  5 10:00:00 2026\nFrom: a@b.cn\nTo: c@d.cn\nSubject: ${about}\n\n${words}\n\n`;
  expect(
    await read('邮箱.mbox', mail('one', 'From here\n\nFrom then on 2026\n>From it') + mail('two', '第二封')),
  ).toEqual([
    ['第 1 封 one/邮件正文.txt', said('From here\n\nFrom then on 2026\nFrom it')],
    ['第 2 封 two/邮件正文.txt', '主题：two\n发件人：a@b.cn\n\n第二封'],
  ]);
});

const wide = (words: string): Buffer => Buffer.from(words, 'utf16le');
const carried = (name: string, data: BoxTree | Buffer): BoxTree => ({
  __substg1_0_: Buffer.alloc(0),
  '__properties_version1.0': Buffer.alloc(8),
  '__substg1.0_3707001F': wide(name),
  [Buffer.isBuffer(data) ? '__substg1.0_37010102' : '__substg1.0_3701000D']: data,
});

function outlook(words: BoxTree, count: number, inner = false): BoxTree {
  const fixed = Buffer.alloc((inner ? 24 : 32) + 16);
  fixed.writeUInt32LE(count, 20);
  const at = fixed.length - 16;
  fixed.writeUInt32LE(0x00390040, at);
  fixed.writeBigUInt64LE((BigInt(Date.UTC(2026, 0, 5, 2, 30)) + 11_644_473_600_000n) * 10_000n, at + 8);
  return { '__properties_version1.0': fixed, ...words };
}

test('a mail of Outlook gives its words, the files it carries and the mails in it', async () => {
  const forwarded = outlook({ '__substg1.0_1000001E': Buffer.from('d7aab7a2', 'hex') }, 0, true);
  const mail = outlook(
    {
      '__substg1.0_0037001F': wide('案卷材料'),
      '__substg1.0_0C1A001F': wide('钱小河'),
      '__substg1.0_1000001F': wide('请查收。'),
      '__attach_version1.0_#00000000': carried('决定书.txt', Buffer.from('行政处罚决定书'.repeat(400))),
      '__attach_version1.0_#00000001': carried('材料.zip', zipOf({ '1.txt': '送达回证' })),
      '__attach_version1.0_#00000002': carried('转来的信', forwarded),
      '__attach_version1.0_#00000003': { '__substg1.0_3707001F': wide('网盘.docx') },
    },
    4,
  );
  expect(await read('来信.msg', boxOf(mail))).toEqual([
    ['邮件正文.txt', '主题：案卷材料\n发件人：钱小河\n发送时间：2026-01-05 10:30\n\n请查收。'],
    ['决定书.txt', said('行政处罚决定书')],
    ['材料/1.txt', '送达回证'],
    ['转来的信/邮件正文.txt', said('转发')],
    ['网盘.docx', said('附件不在邮件里')],
  ]);
});

test('a mail of Outlook that is not whole tells so', async () => {
  const words = { '__substg1.0_1000001F': wide('请查收。') };
  expect(await read('少.msg', boxOf(outlook(words, 2)))).toContainEqual(['（邮件里可能还有的内容）', said('不完整')]);
  const large = { ...words, '__attach_version1.0_#00000000': carried('大.txt', Buffer.alloc(20_000, '字')) };
  const bytes = boxOf(outlook(large, 1));
  const at = bytes.indexOf('字', 0);
  bytes.writeUInt32LE(0xfffffffe, bytes.length - 512 + 4 * (Math.floor(at / 512) + 3));
  expect(await read('断.msg', bytes)).toContainEqual(['（邮件里可能还有的内容）', said('不完整')]);
});

test('words of a mail that stand in its rich text are read', async () => {
  const rtf = Buffer.from('{\\rtf1\\ansi\\ansicpg936 {\\b \\u35831?\\u26597?\\u25910?}\\par}');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.write('MELA', 8);
  const mail = outlook({ '__substg1.0_10090102': Buffer.concat([head, rtf]) }, 0);
  expect(await read('文.msg', boxOf(mail))).toEqual([['邮件正文.rtf', said('请查收')]]);
});
