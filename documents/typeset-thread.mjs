// Plain JavaScript on purpose: a worker thread starts with Node alone, under tsx, Jest and a built image alike.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const fontsOf = (/** @type {string} */ name) => join(dirname(require.resolve(name)), '..', 'fonts')
const templates = join(dirname(fileURLToPath(import.meta.url)), 'templates')

const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontPaths: [fontsOf('@embedpdf/fonts-latin'), fontsOf('@embedpdf/fonts-sc')] }],
})

/**
 * Typesets one sheet. The sheet enters as input data, never as source, so nothing in it can act as markup.
 *
 * @param {{ layout: string, sheet: string, at: number }} job the sheet as JSON; `at` in seconds since 1970 (UTC)
 */
const typeset = ({ layout, sheet, at }) => {
  const compiled = compiler.compile({ mainFilePath: join(templates, `${layout}.typ`), inputs: { sheet } })
  if (compiled.result === null) {
    const problem = compiled.takeError() ?? compiled.takeDiagnostics()
    const said = problem === null ? [] : compiler.fetchDiagnostics(problem)
    throw new Error(`Typst refused ${layout}.typ: ${JSON.stringify(said).slice(0, 2000)}`)
  }
  const pdf = compiler.pdf(compiled.result, { creationTimestamp: at, pdfStandard: 'a-2a' })
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

parentPort?.on('message', (job) => {
  try {
    const pdf = typeset(job)
    parentPort?.postMessage({ pdf }, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
})
