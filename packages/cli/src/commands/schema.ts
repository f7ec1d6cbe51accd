import { recordSchema } from '@anjuan/core';
import type { Command } from 'commander';
import { print } from '../output.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('输出案卷记录（JSON、NDJSON 每行一条）的 JSON Schema')
    .action(() => print(`${JSON.stringify(recordSchema, null, 2)}\n`));
}
