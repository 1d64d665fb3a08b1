// Run by folder-store.test.ts in a process of its own that may not write files above 1 MiB.
import { DocumentStoreFault } from '../../documents/document-store.js'
import { createFolderStore } from '../../documents/folder-store.js'

const [, , folder = ''] = process.argv
const outcome = await createFolderStore({ folder })
  .put(new Uint8Array(2 * 1024 * 1024))
  .catch((error: unknown) => error)
if (!(outcome instanceof DocumentStoreFault)) throw outcome
const { name, what, allowed, next } = outcome
process.stdout.write(JSON.stringify({ name, what, allowed, next }))
