export { writeDocx } from './docx/document.ts';
export { bookmarkStem } from './docx/marks.ts';
export {
  type SheetChart,
  type SheetColumn,
  type SheetModel,
  type SheetValue,
  type WorkbookModel,
  writeXlsx,
} from './xlsx/workbook.ts';
