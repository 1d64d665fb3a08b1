import { build } from 'esbuild'
import type { GeneratedFile } from './generated-file.js'

/** verify/verify-evidence.mjs: the room `verify/` as one file that runs with Node alone; every evidence file carries it. */
export const verifierFile: GeneratedFile = {
  file: 'verify/verify-evidence.mjs',
  make: async () => {
    const { outputFiles } = await build({
      entryPoints: ['verify/standalone.ts'],
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      charset: 'utf8',
      banner: { js: heading },
      tsconfigRaw: {},
    })
    return outputFiles.map(({ text }) => text).join('')
  },
}

const heading = `// Checks an evidence file of Cornerstone with Node.js 20 or newer and nothing else:
//   node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>] [--key <public key>] [--witness <public key>] [--language zh-CN] [--json]
// Exit code 0: everything fits; 1: something does not; 2: no evidence file, or used wrongly. Made from the room verify/; do not edit.`
