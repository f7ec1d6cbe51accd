import { ledgerMade, ledgerMapping, ledgerView } from '../contract/ledger.ts';
import { type Route, route } from '../http/route.ts';
import { caseOfRow, openLedger, read, remember, rowContent, rowFile, toldOf, viewOf } from '../ledgers.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { addCase, addFile, caseRow, filesOf } from '../store/cases.ts';
import { cleanName } from '../store/filenames.ts';

/** Ledgers (台账) and the form of records: what a program or a table brings in besides papers. */
export function ledgerRoutes(services: Services): readonly Route[] {
  const { store, checker, runner, hub, fileLimit } = services;
  const open = async (id: string, sha256: string) => {
    const row = await caseRow(store, id);
    const file = (await filesOf(store, id)).find((one) => one.sha256 === sha256);
    if (file === undefined) throw new Refusal(404, 'no-such-file', '案卷里没有这个文件。');
    const original = { name: file.name, sha256, path: store.blobs.path(sha256), size: Number(file.size) };
    const [text] = await checker.read([original], new AbortController().signal, () => {}, store.recognised);
    if (text === undefined) throw new Error('nothing came back');
    return { row, text, ledger: await openLedger(store, text, checker.dictionary) };
  };
  return [
    route({
      method: 'get',
      path: '/api/record-schema.json',
      summary: '案卷记录的 JSON Schema',
      answers: { 200: { mediaType: 'application/json' } },
      handle: (c) => c.json(checker.recordSchema, 200),
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/ledger/:file',
      summary: '台账的表头和各列的对应：猜测的，或者此前确认过的',
      answers: { 200: ledgerView },
      handle: async (c, { param }) => {
        const { text, ledger } = await open(param('id'), param('file'));
        return c.json(viewOf(ledger, checker.dictionary, toldOf(text)), 200);
      },
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/ledger/:file',
      summary: '确认各列的对应，每行建立一个案卷并检查；对应关系记住备下次用',
      body: ledgerMapping,
      answers: { 201: ledgerMade },
      handle: async (c, { param, body }) => {
        const { row, ledger } = await open(param('id'), param('file'));
        const { records, problems } = read(ledger, body.mapping, checker.dictionary);
        await remember(store, ledger, body.mapping);
        let made = 0;
        for (const one of records) {
          const { record } = one;
          // Asked for again, or gone on with after a stop: a row that has its case gets no second.
          const content = rowContent(one);
          const known = await caseOfRow(store, cleanName(record.id), content);
          if (known !== null) {
            if (known.state === 'waiting') await runner.enqueue(known.id);
            continue;
          }
          const added = await addCase(store, { name: cleanName(record.id), standard: row.standard });
          await addFile(store, added, rowFile(one), bytes(content), fileLimit);
          await runner.enqueue(added);
          hub.changed(added);
          made++;
        }
        const before = records.length - made;
        const again = before === 0 ? '' : `，另有 ${before} 行此前已建立过，没有重复建立`;
        const none = `这 ${before} 行此前都已建立过案卷，没有重复建立`;
        await store.db
          .updateTable('cases')
          .set({ message: `台账，${made === 0 && before > 0 ? none : `已按所选的列建立 ${made} 个案卷${again}`}。` })
          .where('id', '=', param('id'))
          .execute();
        hub.changed(param('id'));
        return c.json({ cases: records.length, made, problems }, 201);
      },
    }),
  ];
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
