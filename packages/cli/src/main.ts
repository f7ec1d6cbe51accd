import process from 'node:process';
import { closeParsers } from '@anjuan/intake';
import { exitCodeOf } from './exit.ts';
import { buildProgram } from './program.ts';

// A reader that stops early (| head) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
} finally {
  closeParsers();
}
