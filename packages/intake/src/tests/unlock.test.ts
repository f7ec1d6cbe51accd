import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { closeParsers, readFiles } from '../read.ts';
import { joinedZips, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** Two texts, one packed and one not, as 7-Zip encrypts them with the password `secret`. */
const archives = {
  ZipCrypto:
    'UEsDBBQAAQAIAGSLfF1M0KSJNQAAAE0AAAAFAAAAYS50eHTHfTDrGbc3GSPYgTdahppjER7ihguPoOeMypxslPNNJASTeBPA38Y+hmq3gCJMo/IWs43JAFBLAwQUAAEAAABki3xd+e++cQ0AAAABAAAABQAAAGIudHh0DLTB6zVNzfHw5QurIFBLAQI/AxQAAQAIAGSLfF1M0KSJNQAAAE0AAAAFACQAAAAAAAAAIICkgQAAAABhLnR4dAoAIAAAAAAAAQAYAOb5JrFdf90BAAAAAAAAAAAAAAAAAAAAAFBLAQI/AxQAAQAAAGSLfF35775xDQAAAAEAAAAFACQAAAAAAAAAIICkgVgAAABiLnR4dAoAIAAAAAAAAQAYAOb5JrFdf90BAAAAAAAAAAAAAAAAAAAAAFBLBQYAAAAAAgACAK4AAACIAAAAAAA=',
  AES128:
    'UEsDBDMAAQBjAGSLfF0AAAAAPQAAAE0AAAAFAAsAYS50eHQBmQcAAgBBRQEIAL0XiQkx2kOdtVfJiZkB/zo7UcbyaVhbi6pGfSdZg1yd+IT1BIj54+iKaEU64B6q7wemFy4zl53dQ6KAVa1QSwMEMwABAGMAZIt8XQAAAAAVAAAAAQAAAAUACwBiLnR4dAGZBwACAEFFAQAA0uGkiOhRtl4jacbDlIwfCNg9JPpkUEsBAj8DMwABAGMAZIt8XQAAAAA9AAAATQAAAAUALwAAAAAAAAAggKSBAAAAAGEudHh0CgAgAAAAAAABABgA5vkmsV1/3QEAAAAAAAAAAAAAAAAAAAAAAZkHAAIAQUUBCABQSwECPwMzAAEAYwBki3xdAAAAABUAAAABAAAABQAvAAAAAAAAACCApIFrAAAAYi50eHQKACAAAAAAAAEAGADm+SaxXX/dAQAAAAAAAAAAAAAAAAAAAAABmQcAAgBBRQEAAFBLBQYAAAAAAgACAMQAAACuAAAAAAA=',
  AES256:
    'UEsDBDMAAQBjAGSLfF0AAAAARQAAAE0AAAAFAAsAYS50eHQBmQcAAgBBRQMIAIZr+xjpJhGppWE8EgrPXzXhECAx7XykE3XJRrlBNvZWzOe4+oZ4Wey32JglaiOpd5VeoQ6oLLEC0ubYbmDN1/nmgb9jglBLAwQzAAEAYwBki3xdAAAAAB0AAAABAAAABQALAGIudHh0AZkHAAIAQUUDAADEFapiR4tbTlvQJYGQaLX72+hDhXM6E3RPMG1wFlBLAQI/AzMAAQBjAGSLfF0AAAAARQAAAE0AAAAFAC8AAAAAAAAAIICkgQAAAABhLnR4dAoAIAAAAAAAAQAYAOb5JrFdf90BAAAAAAAAAAAAAAAAAAAAAAGZBwACAEFFAwgAUEsBAj8DMwABAGMAZIt8XQAAAAAdAAAAAQAAAAUALwAAAAAAAAAggKSBcwAAAGIudHh0CgAgAAAAAAABABgA5vkmsV1/3QEAAAAAAAAAAAAAAAAAAAAAAZkHAAIAQUUDAABQSwUGAAAAAAIAAgDEAAAAvgAAAAAA',
};

const words = 'words of the first paper, words of the first paper, words of the first paper';

/** What is read of an archive whose bytes are changed at a place, from the first byte of its data on. */
async function read(bytes: Buffer, password?: string): Promise<string[]> {
  const place = path.join(folder, 'sealed.zip');
  writeFileSync(place, bytes);
  const { cases, dispose } = await gather(place, 'sealed.zip', password);
  try {
    const files = await readFiles(cases.flatMap((one) => one.files));
    return files.map((file) => file.unreadable ?? file.pages.map((page) => page.text).join());
  } finally {
    await dispose();
  }
}

const bytesOf = (kind: keyof typeof archives): Buffer => Buffer.from(archives[kind], 'base64');

test.each(['ZipCrypto', 'AES128', 'AES256'] as const)(
  'an encrypted archive opens with its password only: %s',
  async (kind) => {
    expect(await read(bytesOf(kind), 'secret')).toEqual([words, 'b']);
    await expect(read(bytesOf(kind))).rejects.toThrow('压缩包加了密码，需要密码才能打开');
    await expect(read(bytesOf(kind), 'Secret')).rejects.toThrow('密码不对');
  },
);

test('an encrypted entry that was changed is not read', async () => {
  const bytes = bytesOf('AES256');
  const second = bytes.indexOf('b.txt');
  const at = bytes.indexOf('a.txt') + 60;
  expect(at).toBeLessThan(second);
  bytes[at] = (bytes[at] as number) ^ 1;
  const [first, other] = await read(bytes, 'secret');
  expect(first).toContain('已损坏');
  expect(other).toBe('b');
});

/** Encrypted papers beside a plain one; in folders of their own where `parted`. */
function mixed(parted = false): Buffer {
  const plain = zipOf({ [parted ? '1/c.txt' : 'c.txt']: 'plain words' });
  const sealed = bytesOf('ZipCrypto');
  if (parted) return joinedZips(plain, renamed(renamed(sealed, 'a.txt', '2/a.t'), 'b.txt', '2/b.t'));
  return joinedZips(plain, sealed);
}

test('of an archive with some papers encrypted the others are read, and its password opens the rest', async () => {
  const [plain, waiting, ...none] = await read(mixed());
  expect([plain, none]).toEqual(['plain words', []]);
  expect(waiting).toBe('压缩包里有 2 个文件加了密码（a.txt、b.txt），没有读取，需要密码才能打开');
  expect((await read(mixed(), 'secret')).toSorted()).toEqual(['b', 'plain words', words]);
  await expect(read(mixed(), 'Secret')).rejects.toThrow('密码不对');
});

test('an archive of several cases waits as a whole for the password of some of its papers', async () => {
  await expect(read(mixed(true))).rejects.toThrow('需要密码才能打开');
});

test('an archive that waits for its password is locked, beside other papers too', async () => {
  const place = path.join(folder, 'inner.zip');
  writeFileSync(place, bytesOf('AES128'));
  const file = { name: 'inner.zip', path: place, size: bytesOf('AES128').length };
  const told = async (password?: string) => {
    const [one] = await readFiles([password === undefined ? file : { ...file, password }]);
    return [one?.unreadable, one?.locked];
  };
  expect(await told()).toEqual(['压缩包加了密码，需要密码才能打开', true]);
  expect(await told('Secret')).toEqual(['密码不对，请重新输入打开压缩包的密码', true]);
});

function renamed(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
