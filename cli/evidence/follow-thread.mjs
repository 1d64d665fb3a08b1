// Plain JavaScript on purpose: in Node 20 a worker thread does not take over what makes the main thread read TypeScript.
import { tsImport } from 'tsx/esm/api'

await tsImport('./follow.ts', import.meta.url)
