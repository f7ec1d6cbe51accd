import type { FileNotice } from '@anjuan/core';
import type { Archive } from '../archive.ts';
import { boundsIn } from '../bounds.ts';
import { notWhole } from '../foreign.ts';

/** An office file without what stands before and behind it, and what there is to tell of that. */
export function unwrapped(bytes: Buffer): { readonly bytes: Buffer; readonly notices: readonly FileNotice[] } {
  const { from, to } = boundsIn(bytes);
  const beside = saysSomething(bytes.subarray(0, from)) + saysSomething(bytes.subarray(to));
  const message = `文件的前面或者后面混有 ${beside} 字节别的数据（多半是下载或者导出时带进来的），已略过，其余照常读取`;
  return { bytes: bytes.subarray(from, to), notices: beside > 0 ? [{ kind: 'other', message }] : [] };
}

/** Bytes, unless they only fill up. */
function saysSomething(bytes: Buffer): number {
  return bytes.some((byte) => byte !== 0 && byte !== 10 && byte !== 13 && byte !== 32) ? bytes.length : 0;
}

const named = 3;

/** Parts that an office file holds twice: programs differ in which of them they show. */
function doubledIn({ entries }: Archive): readonly FileNotice[] {
  const counts = Map.groupBy(
    entries.filter((entry) => !entry.folder),
    (entry) => entry.name,
  );
  const names = [...counts].flatMap(([name, all]) => (all.length > 1 ? [name] : []));
  if (names.length === 0) return [];
  const some = `${names.slice(0, named).join('、')}${names.length > named ? ' 等' : ''}`;
  return [
    {
      kind: 'unlike',
      message: `文件里有 ${names.length} 个部分各存了不止一份（${some}），只读了前面的一份，别的软件显示的可能是另一份，请对照原件`,
    },
  ];
}

/** What is lost of an office file, or not certain, by how it is stored. */
export function lossesOf(archive: Archive): FileNotice[] {
  const message = `文件不完整或者目录已损坏，是从剩下的部分读出来的，可能有内容没有读到；${notWhole}`;
  return [...doubledIn(archive), ...(archive.salvaged ? [{ kind: 'other' as const, message }] : [])];
}
