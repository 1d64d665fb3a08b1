import { readFile } from 'node:fs/promises'
import ts from 'typescript'

/** One file or function, with its length in lines; every line counts, blank ones and comments too. */
export interface Measured {
  readonly what: 'file' | 'function'
  readonly file: string
  readonly line: number
  readonly lines: number
}

/** Measures a source file and each function in it with the TypeScript parser. */
export const measureSource = async (file: string): Promise<readonly Measured[]> => {
  const text = await readFile(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const whole: Measured = { what: 'file', file, line: 1, lines: text.replace(/\n$/, '').split('\n').length }
  return [whole, ...functionsIn(source).map((found) => measureFunction(source, found))]
}

const functionsIn = (node: ts.Node): readonly ts.Node[] => {
  const inner: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    inner.push(...functionsIn(child))
  })
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined ? [node, ...inner] : inner
}

const measureFunction = (source: ts.SourceFile, node: ts.Node): Measured => {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
  return { what: 'function', file: source.fileName, line: first + 1, lines: last - first + 1 }
}
