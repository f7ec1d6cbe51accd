import process from 'node:process';
import cliProgress from 'cli-progress';

/** Writes to stdout and waits until it is taken, so that a large report is whole. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A line of progress on a terminal; silent anywhere else. */
export interface Progress {
  update(label: string, done: number, total: number): void;
  stop(): void;
}

export function startProgress(): Progress {
  if (process.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar(
    { format: '{label} [{bar}] {value}/{total} 页', clearOnComplete: true, hideCursor: true, stream: process.stderr },
    cliProgress.Presets.shades_classic,
  );
  let running = false;
  return {
    update: (label, done, total) => {
      if (running) bar.setTotal(Math.max(total, 1));
      else bar.start(Math.max(total, 1), 0, { label });
      running = true;
      bar.update(done, { label });
    },
    stop: () => bar.stop(),
  };
}
