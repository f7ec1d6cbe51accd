export { createApp } from './app.ts';
export type * from './contract/index.ts';
export { UserMistake } from './problems.ts';
export { type Listening, listen } from './serve.ts';
export type { Services } from './services.ts';
