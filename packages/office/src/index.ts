export { writeDocx } from './docx/document.ts';
export { workbookOf } from './xlsx/document.ts';
export { scoreSheetWorkbook } from './xlsx/score-sheets.ts';
export {
  type SheetColumn,
  type SheetModel,
  type SheetValue,
  type WorkbookModel,
  writeXlsx,
} from './xlsx/workbook.ts';
export { zipOf } from './zip.ts';
