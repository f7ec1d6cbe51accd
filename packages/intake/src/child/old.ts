import { foreign, notWhole } from '../foreign.ts';
import { Unreadable } from '../limits.ts';
import { type Compound, openCompound } from './cfb.ts';
import { readDoc } from './doc/doc.ts';
import type { Sink } from './main.ts';
import { readRtf } from './rtf/rtf.ts';
import { workbookIn } from './table/xls/xls.ts';

/** Pages of a file of the old Office or of WPS, which keep it in a box of their own or as RTF; what is not read is told by its name. */
export function readOld(content: 'doc' | 'rtf', bytes: Buffer, sink: Sink): void {
  if (content === 'rtf') {
    readRtf(bytes, sink);
    return;
  }
  const what = foreign(bytes);
  let file: Compound;
  try {
    file = openCompound(bytes);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Unreadable)) throw error;
    throw new Unreadable(`${what.split('，')[0]}，文件的结构已损坏，打不开；${notWhole}`);
  }
  if (file.stream('WordDocument') !== null) {
    readDoc(file, sink);
    return;
  }
  throw new Unreadable(what);
}

/** Whether a file of the old Office is a workbook. */
export function oldKind(bytes: Buffer): 'doc' | 'xls' {
  try {
    const file = openCompound(bytes);
    return file.stream('WordDocument') === null && workbookIn(file) !== null ? 'xls' : 'doc';
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Unreadable)) throw error;
    return 'doc';
  }
}
