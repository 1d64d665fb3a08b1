import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openPaperSeal } from '../../documents/paper-seal.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { documentKinds } from '../../domain/document-kind.js'
import { locales } from '../../domain/locale.js'
import { aSealKey } from '../support/a-seal-key.js'
import { notRun } from '../support/not-run.js'
import { examplePaper } from './example-papers.js'

const run = promisify(execFile)
/** A folder of the jars of veraPDF, as `archival/pom.xml` brings them. */
const jars = process.env['VERAPDF_JARS']

const typesetter = createTypesetter()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
})
afterAll(async () => {
  await typesetter.close()
  await rm(folder, { recursive: true })
})

const verdictsOn = async (files: readonly string[]): Promise<readonly string[]> => {
  const check = new URL('archival/CheckPdfA.java', import.meta.url).pathname
  const { stdout } = await run('java', ['-cp', join(jars ?? '', '*'), check, ...files])
  return stdout.split('\n').filter((line) => /^(?:holds|breaks) /.test(line))
}

test('a validator that is not ours finds every kind of paper in both languages, and a sealed one, to be PDF/A-2a, and one that says it is another not', async () => {
  if (jars === undefined) {
    notRun('PDF/A not checked', 'VERAPDF_JARS names no folder with the jars of veraPDF')
    return
  }
  const files: string[] = []
  for (const kind of documentKinds)
    for (const language of locales) {
      const file = join(folder, `${kind}_${language}.pdf`)
      await writeFile(file, await typesetter.render(examplePaper(kind, { language })))
      files.push(file)
    }
  const sealed = join(folder, 'sealed.pdf')
  const seal = await openPaperSeal(await aSealKey())
  await writeFile(sealed, await seal(await readFile(files[0] ?? ''), new Date('2027-03-01T08:00:00.000Z')))
  files.push(sealed)
  expect(await verdictsOn(files)).toEqual(files.map((file) => `holds ${file}`))
  // The same paper, saying of itself that it is of another part of the standard.
  const [first = ''] = files
  const said = (await readFile(first, 'latin1')).replace('<pdfaid:part>2<', '<pdfaid:part>1<')
  const other = join(folder, 'other.pdf')
  await writeFile(other, said, 'latin1')
  expect(await verdictsOn([other])).toEqual([`breaks ${other}`])
}, 180_000)
