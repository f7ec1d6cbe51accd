export { createApp } from './app.ts';
export type * from './contract/index.ts';
export { type ImportResult, importLaws } from './import-laws.ts';
export { LawTexts } from './law-texts.ts';
export { UserMistake } from './problems.ts';
export { openStored, type StoredBatch } from './reports/stored.ts';
export type { Listening } from './serve.ts';
export type { Services } from './services.ts';
export { type ServeOptions, serve } from './start.ts';
