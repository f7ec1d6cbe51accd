import { benchEngine } from './engine.ts';
import { benchPack } from './pack.ts';
import { benchReading } from './reading.ts';

await benchEngine();
await benchPack();
await benchReading();
