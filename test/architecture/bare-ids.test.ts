import { beforeAll, expect, test } from '@jest/globals'
import { readRepository, type ReadFile } from '../../tools/read-repository.js'

/** Where ids go from hand to hand. In sentences (`words/`) what is filled in is text, and `domain/ids.ts` makes the kinds. */
const rooms = /^(domain|db|api|workflows|activities|workers|reconciliation|documents|exhibits)\//
const apart = /\/words\/|^domain\/ids\.ts$/

const bare =
  /(?<![\w.'"?])(?:readonly )?(?:base|person|programme|organisation|mandate|delegator|commandId)\??: string\b(?!\s*\[\])/g

const bareIdsOf = ({ text }: Pick<ReadFile, 'text'>): readonly string[] =>
  [...text.matchAll(bare)].map(([found]) => found)

let files: readonly ReadFile[]
beforeAll(async () => {
  files = (await readRepository()).filter(({ file }) => rooms.test(file) && !apart.test(file) && /\.tsx?$/.test(file))
})

test('no signature of the core, the write path, views and workflows takes an id as any text (0078)', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap((one) => bareIdsOf(one).map((found) => `${one.file}: ${found}`))).toEqual([])
})

test('an id that is any text is found, and one of its kind is not: the twin', () => {
  const text = 'const a = (base: string, { readonly person?: string }) => x as { seat: string; base: BaseId }'
  expect(bareIdsOf({ text })).toEqual(['base: string', 'readonly person?: string'])
})
