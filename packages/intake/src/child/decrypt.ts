import { createDecipheriv, createHash } from 'node:crypto';
import { Damaged } from '../foreign.ts';
import { type Limits, Locked, Unreadable } from '../limits.ts';
import { openCompound } from './cfb.ts';
import { child, children, type Element, parseXml } from './xml.ts';

const blockKeys = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierValue: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};
const segment = 4096;
const mostRounds = 10_000_000;

/**
 * The document inside an encrypted Office file ([MS-OFFCRYPTO], agile and standard AES encryption); null when the compound file holds no
 * encrypted document. Throws {@link Locked} without the right password.
 */
export function decryptOffice(bytes: Buffer, password: string | undefined, limits: Limits): Buffer | null {
  let info: Buffer | null;
  let content: Buffer | null;
  try {
    const file = openCompound(bytes);
    info = file.stream('EncryptionInfo');
    content = file.stream('EncryptedPackage');
    if (file.cut('EncryptedPackage')) throw new Damaged('加密的文件结构已损坏');
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Damaged)) throw error;
    // One that is not encrypted is not read either: what it is and what to do helps more than that it is damaged.
    if (!bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return null;
    throw new Damaged('加密的文件结构已损坏');
  }
  if (info === null || content === null || info.length < 8) return null;
  if (password === undefined) throw new Locked('文件已加密，需要密码才能打开');
  try {
    const major = info.readUInt16LE(0);
    const minor = info.readUInt16LE(2);
    if (major === 4 && minor === 4) return agile(info.subarray(8), content, password, limits);
    if (minor === 2) return standard(info, content, password);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Damaged('加密的文件已损坏');
  }
  throw new Unreadable('文件的加密方式不支持，打不开；请用原来的软件打开，去掉密码另存后再放入');
}

function agile(xml: Buffer, content: Buffer, password: string, limits: Limits): Buffer {
  const root = parseXml(xml, limits, '加密说明');
  const data = child(root, 'keyData');
  const key = children(child(root, 'keyEncryptors'), 'keyEncryptor')
    .map((one) => child(one, 'encryptedKey'))
    .find((one) => one !== undefined);
  if (data === undefined || key === undefined) throw new Damaged('加密的文件已损坏');
  const of = (element: Element, name: string): Buffer => Buffer.from(element.attributes[name] ?? '', 'base64');
  const hashName = digestName(key.attributes.hashAlgorithm);
  const salt = of(key, 'saltValue');
  const rounds = Number(key.attributes.spinCount);
  if (!(rounds >= 0 && rounds <= mostRounds)) throw new Damaged('加密的文件已损坏');
  let spun = hash(hashName, salt, Buffer.from(password, 'utf16le'));
  const count = Buffer.alloc(4);
  for (let round = 0; round < rounds; round++) {
    count.writeUInt32LE(round);
    spun = hash(hashName, count, spun);
  }
  const keyBytes = Number(key.attributes.keyBits) / 8;
  const open = (block: Buffer, value: Buffer): Buffer =>
    decipher(fit(hash(hashName, spun, block), keyBytes), fit(salt, 16), value);
  const input = open(blockKeys.verifierInput, of(key, 'encryptedVerifierHashInput'));
  const value = open(blockKeys.verifierValue, of(key, 'encryptedVerifierHashValue'));
  const expected = hash(hashName, input.subarray(0, Number(key.attributes.saltSize) || input.length));
  if (!expected.equals(value.subarray(0, expected.length))) throw wrongPassword();
  const secret = open(blockKeys.key, of(key, 'encryptedKeyValue')).subarray(0, keyBytes);
  const dataHash = digestName(data.attributes.hashAlgorithm);
  const dataSalt = of(data, 'saltValue');
  const size = Number(content.readBigUInt64LE(0));
  const parts: Buffer[] = [];
  for (let at = 8, index = 0; at < content.length; at += segment, index++) {
    count.writeUInt32LE(index);
    const piece = content.subarray(at, at + segment);
    const whole = piece.subarray(0, piece.length - (piece.length % 16));
    parts.push(decipher(secret, fit(hash(dataHash, dataSalt, count), 16), whole));
  }
  return Buffer.concat(parts).subarray(0, size);
}

/** The older scheme of Office 2007: AES-128 in ECB mode, SHA-1, 50,000 rounds. */
function standard(info: Buffer, content: Buffer, password: string): Buffer {
  const headerSize = info.readUInt32LE(8);
  const keyBytes = info.readUInt32LE(12 + 16) / 8;
  const verifier = info.subarray(12 + headerSize);
  const salt = verifier.subarray(4, 20);
  let spun = hash('sha1', salt, Buffer.from(password, 'utf16le'));
  const count = Buffer.alloc(4);
  for (let round = 0; round < 50_000; round++) {
    count.writeUInt32LE(round);
    spun = hash('sha1', count, spun);
  }
  const last = hash('sha1', spun, Buffer.alloc(4));
  const pad = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (let at = 0; at < last.length; at++) block[at] = (block[at] ?? 0) ^ (last[at] ?? 0);
    return hash('sha1', block);
  };
  const key = Buffer.concat([pad(0x36), pad(0x5c)]).subarray(0, keyBytes);
  const open = (value: Buffer): Buffer => {
    const cipher = createDecipheriv(`aes-${keyBytes * 8}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(value), cipher.final()]);
  };
  const input = open(verifier.subarray(20, 36));
  const value = open(verifier.subarray(40, 72));
  if (!hash('sha1', input).equals(value.subarray(0, 20))) throw wrongPassword();
  const size = Number(content.readBigUInt64LE(0));
  const sealed = content.subarray(8);
  return open(sealed.subarray(0, sealed.length - (sealed.length % 16))).subarray(0, size);
}

function wrongPassword(): Locked {
  return new Locked('密码不对，请重新输入打开文件的密码');
}

function digestName(name: string | undefined): string {
  const known = (name ?? 'SHA512').toLowerCase().replace('-', '');
  if (!['sha1', 'sha256', 'sha384', 'sha512'].includes(known))
    throw new Unreadable('文件的加密方式不支持，打不开；请用原来的软件打开，去掉密码另存后再放入');
  return known;
}

function hash(name: string, ...parts: readonly Buffer[]): Buffer {
  const digest = createHash(name);
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/** Cut or filled up with 0x36 to the length asked. */
function fit(value: Buffer, length: number): Buffer {
  return value.length >= length
    ? value.subarray(0, length)
    : Buffer.concat([value, Buffer.alloc(length - value.length, 0x36)]);
}

function decipher(key: Buffer, iv: Buffer, value: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(value), cipher.final()]);
}
