/* Run by a test as a process of its own: opens the data folder, takes the queued job, says so, and waits to be killed. */
import { openStore } from '../store/open.ts';
import { enqueue, takeJob } from '../store/queue.ts';

const [folder = '', caseId = ''] = process.argv.slice(2);
const store = await openStore(folder);
await enqueue(store, caseId);
if ((await takeJob(store)) === null) throw new Error('no job was queued');
process.stdout.write('taken\n');
setInterval(() => {}, 1000);
