// The one door for `npm start`, `npm test` and `npm run anjuan`: plain JavaScript without dependencies, so that any
// Node from 18 on can open it. It installs what the lockfile names (pnpm comes through npx, the pinned Node through
// the lockfile) and then runs everything on that pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const [mode, target, ...args] = process.argv.slice(2);
if (!(mode === 'run' && target in manifest.scripts) && !(mode === 'exec' && target)) {
  console.error('usage: node scripts/go.mjs run SCRIPT | exec FILE [ARGUMENT…]');
  process.exit(2);
}
install();
const node = pinnedNode();
const environment = {
  ...process.env,
  // Paths given by the user are relative to where the user stands, not to this folder.
  ANJUAN_CWD: process.env.INIT_CWD ?? process.cwd(),
  // Node keeps the code compiled there: every further start takes half the time.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules', '.cache', 'anjuan', 'code'),
  PATH: [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
};
if (mode === 'exec') launch(node, [path.join(root, target), ...args], {});
else launch([manifest.scripts[target], ...args.map(quote)].join(' '), [], { shell: true });

/** Installs once per state of the lockfile; nothing is asked of the network when that state is already here. */
function install() {
  const stamp = path.join(root, 'node_modules', '.anjuan-installed');
  const wanted = createHash('sha256');
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']) {
    const file = path.join(root, name);
    if (existsSync(file)) wanted.update(readFileSync(file));
  }
  const state = `${process.platform}-${process.arch} ${wanted.digest('hex')}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.error('正在安装依赖（首次运行约需一分钟）……');
  const underPnpm = (process.env.npm_config_user_agent ?? '').startsWith('pnpm/');
  const [program, ...head] = underPnpm
    ? ['pnpm']
    : ['npx', '--yes', '--prefer-offline', manifest.packageManager.split('+')[0]];
  const frozen = existsSync(path.join(root, 'pnpm-lock.yaml')) ? ['--frozen-lockfile'] : [];
  const done = spawnSync(program, [...head, 'install', ...frozen, '--prefer-offline', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 2, 2], // stdout belongs to the command that follows
    shell: windows,
    env: { ...process.env, CI: 'true', ...(process.env.LANG ? {} : { LANG: 'C.UTF-8' }) },
  });
  if (done.status !== 0) {
    console.error('依赖安装失败：请检查网络或 npm 镜像设置后重试。');
    process.exit(3);
  }
  writeFileSync(stamp, state);
}

/** The Node of the lockfile; this one where no build of it exists for the platform and this one is new enough. */
function pinnedNode() {
  for (const name of Object.keys(manifest.optionalDependencies)) {
    const file = path.join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
    if (
      name.endsWith(`${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`) &&
      existsSync(file)
    ) {
      return file;
    }
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`此平台没有随附的 Node，需要自行安装 Node 22.18 或更新版本（现为 ${process.versions.node}）。`);
  process.exit(3);
}

/** Runs to the end with our terminal; passes signals on to the whole family and gives back its exit code. */
function launch(program, programArgs, options) {
  const family = !windows && !process.stdin.isTTY; // at a terminal the shell signals everybody itself
  const child = spawn(program, programArgs, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    detached: family,
    ...options,
  });
  const pass = (signal) => {
    try {
      process.kill(family ? -child.pid : child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
  process.on('SIGINT', () => family && pass('SIGINT'));
  const parent = process.ppid; // npm's shell dies of a SIGTERM without telling us
  setInterval(() => process.ppid === parent || pass('SIGTERM'), 500).unref();
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(3);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

function quote(word) {
  return windows ? `"${word.replaceAll('"', '""')}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
