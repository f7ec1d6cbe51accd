import process from 'node:process';
import type { Command } from 'commander';
import { Mistake } from '../exit.ts';
import { dataFolder } from '../files.ts';

interface Options {
  readonly port: string;
  readonly host: string;
  readonly data?: string;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('打开网页和接口')
    .option('--port <端口>', '端口', '8080')
    .option('--host <地址>', '监听地址，只能是本机', '127.0.0.1')
    .option('--data <文件夹>', '存放案卷和结果的文件夹')
    .action(async (options: Options) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Mistake(`“${options.port}”不是可用的端口`);
      const data = dataFolder(options.data);
      const { serve } = await import('@anjuan/web');
      const listening = await serve({ host: options.host, port, data });
      console.log(`案卷评查已启动：${listening.url}`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      });
      await listening.close();
    });
}
