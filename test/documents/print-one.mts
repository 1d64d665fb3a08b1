// Run by papers.test.ts in a process of its own: prints the fingerprint of the paper given as JSON.
import { fingerprint } from '../../documents/document-store.js'
import { createTypesetter } from '../../documents/typesetter.js'

const typesetter = createTypesetter()
process.stdout.write(fingerprint(await typesetter.render(JSON.parse(process.argv[2] ?? ''))))
await typesetter.close()
