import { benchEngine } from './engine.ts';
import { benchPack } from './pack.ts';
import { benchReading } from './reading.ts';
import { benchReports } from './reports.ts';

await benchEngine();
await benchPack();
await benchReading();
await benchReports();
