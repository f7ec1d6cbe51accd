export { holdsFiles } from './containers.ts';
export type { DrawingItem, Matrix, PageDrawing } from './drawing.ts';
export { archiveEnding, boxEnding } from './entry-names.ts';
export { naturally } from './folders.ts';
export { type Gathered, gather, type InputCase, type InputFile } from './gather.ts';
export { defaultLimits, type Limits, Locked, Unreadable } from './limits.ts';
export { nothingRead } from './nothing.ts';
export type { TableRow } from './protocol.ts';
export {
  canRecognise,
  closeParsers,
  drawPage,
  type PageCache,
  type Progress,
  type ReadOptions,
  readFiles,
  showPicture,
} from './read.ts';
export { readTables, type Table } from './tables.ts';
export { readWord, type WordParagraph, type WordText } from './word.ts';
export { clearLeftovers, workFolder } from './work-folder.ts';
