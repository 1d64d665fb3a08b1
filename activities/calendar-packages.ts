import { createRequire } from 'node:module'

/** The installed version of a package, to name it in a calendar's version. */
export const packageVersion = (name: string): string => {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`)
  const named = manifest !== null && typeof manifest === 'object' && 'version' in manifest
  return named ? String(manifest.version) : 'unknown'
}
