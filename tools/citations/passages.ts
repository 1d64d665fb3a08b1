import ts from 'typescript'

/** A piece of a file that may cite. */
export interface Passage {
  /** `key`: a literal that is a number of the rules by itself; `sentence`: any other literal with words in it. */
  readonly kind: 'comment' | 'sentence' | 'title' | 'page' | 'key'
  readonly text: string
  /** Line of the file on which it begins, from 1. */
  readonly line: number
}

interface Read {
  readonly file: string
  readonly text: string
}

/**
 * The pieces of a file that may cite: all of a page, the comments of code and SQL, the words and keys in its literals. Of a
 * test the titles and the keys alone, since the words in its examples are invented.
 */
export const passagesOf = ({ file, text }: Read): readonly Passage[] => {
  if (file.endsWith('.md')) return [{ kind: 'page', text, line: 1 }]
  if (file.endsWith('.sql')) return sqlComments(text)
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const lineAt = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1
  const literal = file.startsWith('test/') ? inTest : inSource
  const literals = literalsOf(source)
  const words = literals.flatMap((node): readonly Passage[] => {
    const found = literal(node)
    return found === undefined ? [] : [{ ...found, line: lineAt(node.getStart(source)) }]
  })
  const comments = commentsOf(text, { source, literals }).map((at): Passage => {
    return { kind: 'comment', text: text.slice(at.pos, at.end), line: lineAt(at.pos) }
  })
  return [...comments, ...words]
}

const literalsOf = (source: ts.SourceFile): readonly ts.Node[] => {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (wordsOf(node) !== undefined || ts.isRegularExpressionLiteral(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Comments are what looks like one when the literals, in which the same signs may stand, are left out. */
const commentsOf = (
  text: string,
  { source, literals }: { readonly source: ts.SourceFile; readonly literals: readonly ts.Node[] },
): readonly ts.TextRange[] => {
  let bare = ''
  for (const node of literals) {
    bare += text.slice(bare.length, node.getStart(source))
    bare += text.slice(bare.length, node.end).replace(/[^\n]/g, ' ')
  }
  bare += text.slice(bare.length)
  return [...bare.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map(({ 0: comment, index }) => ({
    pos: index,
    end: index + comment.length,
  }))
}

const sqlComments = (text: string): readonly Passage[] =>
  [...text.matchAll(/--.*$/gm)].map(({ 0: comment, index }) => ({
    kind: 'comment',
    text: comment,
    line: text.slice(0, index).split('\n').length,
  }))

type Literal = Omit<Passage, 'line'>

const inSource = (node: ts.Node): Literal | undefined => {
  const text = wordsOf(node)
  return text === undefined ? undefined : { kind: /\s/.test(text) ? 'sentence' : 'key', text }
}

const inTest = (node: ts.Node): Literal | undefined => {
  const text = wordsOf(node)
  if (text === undefined) return undefined
  if (isTitle(node)) return { kind: 'title', text }
  return /\s/.test(text) ? undefined : { kind: 'key', text }
}

const wordsOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined
}

/** The first argument of `test(…)`, `test.each(…)(…)` or `describe(…)`. */
const isTitle = (node: ts.Node): boolean => {
  const call = node.parent
  return (
    ts.isCallExpression(call) && call.arguments[0] === node && /^(?:test|describe)\b/.test(call.expression.getText())
  )
}
