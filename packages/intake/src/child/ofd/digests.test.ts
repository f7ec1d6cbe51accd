import { createHash, getHashes } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../limits.ts';
import { zipOf } from '../../tests/fixtures.ts';
import { openOfd } from './ofd.ts';

const page = (words: string): string =>
  `<Page><Content><Layer><TextObject Boundary="20 40 60 8" Size="5"><TextCode X="0" Y="6" DeltaX="g ${words.length - 1} 5">${words}</TextCode></TextObject></Layer></Content></Page>`;
const parts: Readonly<Record<string, string>> = {
  'OFD.xml':
    '<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Signatures>/Doc_0/Signs/Signatures.xml</Signatures></DocBody></OFD>',
  'Doc_0/Document.xml':
    '<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData><Pages><Page ID="8" BaseLoc="P0/Content.xml"/><Page ID="9" BaseLoc="P1/Content.xml"/></Pages></Document>',
  'Doc_0/P0/Content.xml': page('罚款五百元'),
  'Doc_0/P1/Content.xml': page('缴款期限'),
  'Doc_0/Signs/Signatures.xml': '<Signatures><Signature ID="1" Type="Seal" BaseLoc="S/Signature.xml"/></Signatures>',
};

interface Signing {
  readonly method?: string;
  readonly by?: string;
  readonly covering?: readonly string[];
  readonly signed?: 'list' | 'other' | 'nothing';
}

/** Messages, with their page, of a file sealed as said and then with some parts in place of others. */
async function told(
  { method = 'SM3', by = 'sm3', covering, signed = 'nothing' }: Signing,
  after: Readonly<Record<string, string>> = {},
) {
  const digest = (text: string): string => createHash(by).update(text).digest('base64');
  const names = covering ?? ['OFD.xml', 'Doc_0/Document.xml', 'Doc_0/P0/Content.xml', 'Doc_0/P1/Content.xml'];
  const references = names.map(
    (name) => `<Reference FileRef="/${name}"><CheckValue>${digest(parts[name] ?? '')}</CheckValue></Reference>`,
  );
  const list = `<Signature><SignedInfo><References CheckMethod="${method}">${references.join('')}</References></SignedInfo><SignedValue>SignedValue.dat</SignedValue></Signature>`;
  const of = createHash('sm3')
    .update(signed === 'list' ? list : 'another')
    .digest();
  const name = Buffer.from('/Doc_0/Signs/S/Signature.xml', 'latin1');
  const value = Buffer.concat([
    Buffer.from([0x30, 0x41, 0x03, 0x21, 0x00]),
    of,
    Buffer.from([0x16, name.length]),
    name,
  ]);
  const file = await openOfd(
    zipOf({
      ...parts,
      'Doc_0/Signs/S/Signature.xml': list,
      ...(signed === 'nothing' ? {} : { 'Doc_0/Signs/S/SignedValue.dat': value }),
      ...after,
    }),
    defaultLimits,
  );
  file.close();
  return file.notices.map((notice) => `${notice.page ?? 0} ${notice.message}`);
}

const withSm3 = test.skipIf(!getHashes().includes('sm3'));

withSm3.each([
  {},
  { method: '1.2.156.10197.1.401' },
  { method: 'SHA-1', by: 'sha1' },
  { method: 'md5', by: 'md5' },
  { signed: 'list' as const },
])('a file that is as it was sealed gives nothing to tell: %o', async (signing) => {
  expect(await told(signing)).toEqual([]);
});

withSm3('a page changed after sealing is told by its number, other parts by their names', async () => {
  expect(await told({}, { 'Doc_0/P1/Content.xml': page('缴款期眼') })).toEqual([
    expect.stringMatching(/^2 此页的内容与盖电子印章时记下的校验值不符/u),
  ]);
  expect(await told({}, { 'Doc_0/Document.xml': `${parts['Doc_0/Document.xml']} ` })).toEqual([
    expect.stringMatching(/^0 .+有 1 个部分改动过（文档入口（Doc_0\/Document\.xml））/u),
  ]);
});

withSm3('a page that no seal covers, and a list of digests that was made again, are told', async () => {
  expect(await told({ covering: ['OFD.xml', 'Doc_0/P0/Content.xml'] })).toEqual([
    expect.stringMatching(/^2 此页不在电子印章所保护的范围内/u),
  ]);
  expect(await told({ signed: 'other' })).toEqual([expect.stringMatching(/^0 电子印章的清单与盖章时/u)]);
});

withSm3.each([{ method: '1.2.156.10197.1.999' }, { method: 'SM3', by: 'sha256' }])(
  'where digests are of a kind not known here, or none agrees, nothing is said to be changed: %o',
  async (signing) => {
    expect(await told(signing)).toEqual([expect.stringMatching(/^0 有 1 个电子印章.+没有核对/u)]);
  },
);
