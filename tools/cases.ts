import { readdir, readFile } from 'node:fs/promises'
import ts from 'typescript'
import type { GeneratedFile } from './generated-file.js'

/** The cases a life of years brings, by their number among the rules (14.1 to 14.27), each in a few words. */
export const cases: readonly string[] = [
  'the last slot, wanted twice in one minute',
  'a cap reached between shortlist and activation',
  'recusals that leave no quorum',
  'one file scored 40 and 85',
  'a sanctions match between signature and launch',
  'the signatory gone after the text lock',
  'a listed clause changed in round 3',
  'a term that differs between the languages',
  'holidays of one side only',
  'evidence that comes after the lock',
  'a nominee gone during the site mission',
  'an objection on the last day',
  'redress against a red while the next year begins',
  'an improvement plan sent back twice',
  'no report, and the first reminder bounced',
  'two yellows with a green between',
  'a boundary that grows by 12 %',
  'two districts become one',
  'a delegation that ends before the task',
  'one person in two roles',
  'new rules in the middle of a stage',
  'a report taken back after the join',
  'an offer that runs out over New Year',
  'three equal claims to two distinctions',
  'what was known on a day',
  'an agreed ending with money left',
  'a logged name to be masked',
]

export interface CaseTest {
  readonly file: string
  readonly title: string
  readonly cases: readonly number[]
}

/** docs/cases.md: which test holds which case, made from the titles, so that a case without a test is a gap to be seen. */
export const casesPage: GeneratedFile = {
  file: 'docs/cases.md',
  make: async () => {
    const found = await caseTests()
    const rows = cases.flatMap((what, at) =>
      (testsOf(found, at + 1).length === 0 ? [undefined] : testsOf(found, at + 1)).map((one, row) => {
        const [no, name] = row === 0 ? [`<a id="14.${at + 1}"></a>14.${at + 1}`, what] : ['', '']
        return one === undefined
          ? `| ${no} | ${name} | not held yet | |`
          : `| ${no} | ${name} | ${one.title.replaceAll('|', '\\|')} | [${nameOf(one.file)}](../${one.file}) |`
      }),
    )
    return [heading, ...rows, ''].join('\n')
  },
}

/** Tests of the repository whose title names a case, as "14.5". */
export const caseTests = async (): Promise<readonly CaseTest[]> => {
  const files = (await readdir('test', { recursive: true })).filter((file) => file.endsWith('.test.ts')).sort()
  const read = await Promise.all(
    files.map(async (file) => titlesIn(`test/${file.replaceAll('\\', '/')}`, await readFile(`test/${file}`, 'utf8'))),
  )
  return read.flat()
}

/** The titles of one test file that name a case. */
export const titlesIn = (file: string, text: string): readonly CaseTest[] => {
  const found: CaseTest[] = []
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) && /^test\b/.test(node.expression.getText()) ? node.arguments[0] : undefined
    if (title !== undefined && ts.isStringLiteralLike(title)) {
      const named = [...title.text.matchAll(/\b14\.(\d{1,2})\b/g)].map(([, no]) => Number(no))
      if (named.length > 0) found.push({ file, title: title.text, cases: named })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('titles.ts', text, ts.ScriptTarget.ES2022, true))
  return found
}

const testsOf = (found: readonly CaseTest[], no: number): readonly CaseTest[] =>
  found.filter((one) => one.cases.includes(no))

const nameOf = (file: string): string => file.replace(/^test\//, '').replace(/\.test\.ts$/, '')

const heading = `# Cases the engine survives

The 27 cases of the programme, each with the sentence that is tested, made from the titles of the tests by \`npm run gen\`.

| no. | case | what happens | test |
|---|---|---|---|`
