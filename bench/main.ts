import { benchEngine } from './engine.ts';
import { benchReading } from './reading.ts';

await benchEngine();
await benchReading();
