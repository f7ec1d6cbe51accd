import { benchEngine } from './engine.ts';
import { benchReading } from './reading.ts';
import { benchReports } from './reports.ts';

await benchEngine();
await benchReading();
await benchReports();
