import { readdir, readFile } from 'node:fs/promises'

/** A step as a page of docs/rules tells it. */
export interface ToldStep {
  readonly page: string
  readonly key: string
  /** Its speaking name, such as `completeness`. */
  readonly name: string
  readonly title: string
  /** The lines of facts, `- **Who**: …` and so on. */
  readonly facts: readonly string[]
}

/** The heading of a step: its number, its speaking name, and what its actor does. */
export const stepHeading = /^### (?:<a id="[^"]+"><\/a>)?(\w[\w.]*) `(\w+)`: (.+)$/m

/** The steps of a page, each with what stands under its heading. */
export const stepsToldIn = (page: string, text: string): readonly ToldStep[] =>
  text.split(/^(?=#{2,3} )/m).flatMap((section) => {
    const heading = stepHeading.exec(section)
    if (heading === null) return []
    const [, key = '', name = '', title = ''] = heading
    return [{ page, key, name, title, facts: section.split('\n').filter((line) => line.startsWith('- **')) }]
  })

/** Every step that the pages of docs/rules tell, page by page. */
export const toldSteps = async (): Promise<readonly ToldStep[]> => {
  const pages = (await readdir('docs/rules')).filter((page) => page.endsWith('.md')).toSorted()
  const read = await Promise.all(
    pages.map(async (page) => stepsToldIn(page, await readFile(`docs/rules/${page}`, 'utf8'))),
  )
  return read.flat()
}
