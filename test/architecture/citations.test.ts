import { beforeAll, expect, test } from '@jest/globals'
import { anchorsIn } from '../../tools/citations/anchors.js'
import { citationsOf, faultsIn, placesIn, type Places } from '../../tools/citations/citations.js'
import { citedInProse } from '../../tools/citations/forms.js'
import { readRepository, type ReadFile } from '../../tools/read-repository.js'

let files: readonly ReadFile[]
let places: Places

beforeAll(async () => {
  files = await readRepository()
  places = placesIn(files)
})

test('every number that code, tests, refusals and pages cite has its one place among the rules', () => {
  expect(places.anchors.length).toBeGreaterThan(300)
  expect(files.filter(({ file }) => file.startsWith('domain/')).flatMap(citationsOf).length).toBeGreaterThan(1000)
  expect(faultsIn(files, places)).toEqual([])
})

test('a made-up number is found wherever it is cited', () => {
  const made: readonly ReadFile[] = [
    { file: 'domain/a.ts', text: '/** Nobody waits (8.99). */\nconst rule = "R77"' },
    { file: 'domain/refusals/b.ts', text: 'const en = (d) => `Step ${d.step} is closed (SD12).`' },
    { file: 'domain/c.ts', text: 'const first = story("1.2z")' },
    { file: 'test/d.test.ts', text: "test('an offer lapses (14.99)', f)" },
    { file: 'db/migrations/e.sql', text: '-- A seat that is lent (E8).' },
    { file: 'docs/f.md', text: 'As 5.99 says, and record 0999.' },
  ]
  expect(faultsIn(made, places).map(({ file, what }) => `${file}: ${what.split(' ')[0] ?? ''}`)).toEqual([
    'domain/a.ts: 8.99',
    'domain/a.ts: R77',
    'domain/refusals/b.ts: SD12',
    'domain/c.ts: 1.2z',
    'test/d.test.ts: 14.99',
    'db/migrations/e.sql: E8',
    'docs/f.md: 5.99',
    'docs/f.md: 0999',
  ])
})

test('a number with two places is found', () => {
  const twice = [...places.anchors, ...anchorsIn('docs/rules/other.md', '## <a id="r16"></a>R16 again')]
  expect(faultsIn([], { ...places, anchors: twice }).map(({ what }) => what)).toEqual(['a second place for r16'])
})

test('a citation of a text that is not in the repository is found', () => {
  const text = '// as it was measured (performance.md 6.1)\n/** One mutex (design 2). */\nconst a = 1'
  expect(
    faultsIn([{ file: 'domain/a.ts', text }], places).map(({ line, what }) => `${line} ${what.split(' is ')[0] ?? ''}`),
  ).toEqual(['1 performance.md', '2 design 2'])
})

test('a link of a rules page to a place that is not there is found', () => {
  const page = {
    file: 'docs/rules/time.md',
    text: 'See [roles](roles.md#sd1), [here](#8.5) and [there](roles.md#8.5).',
  }
  expect(faultsIn([page], places).map(({ what }) => what)).toEqual(['the link roles.md#8.5 leads nowhere'])
})

test('versions, sizes, times and places in other texts are no citations, and numbers in brackets are', () => {
  const cited = (text: string) => citedInProse(text).map((one) => one.cited)
  expect(
    cited('TLS 1.3, server 1.32 or newer, 2.3 MB, 1.2 s, RFC 6962, 2.1.1, version 3.4, 1.26.8, (40), 10.5 %'),
  ).toEqual([])
  expect(cited('a title is for two years (6.5, 11), as 5.12b says; see R0–R2, `2.10o` and (0037)')).toEqual([
    '6.5',
    '11',
    '5.12b',
    'R0',
    'R2',
    '2.10o',
    '0037',
  ])
})
