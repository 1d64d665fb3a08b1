import ts from 'typescript'
import type { ReadFile } from '../read-repository.js'
import { rooms } from '../rooms.js'

/** A name under which two files export a type. */
export interface SharedName {
  readonly name: string
  readonly files: readonly string[]
}

/**
 * Names of types that more than one file of the product exports: who searches for one finds two ideas, or one idea written
 * twice.
 */
export const sharedNames = (files: readonly ReadFile[]): readonly SharedName[] => {
  const places = new Map<string, string[]>()
  for (const { file, text } of files.filter(isSource))
    for (const name of exportedTypes(file, text)) places.set(name, [...(places.get(name) ?? []), file])
  return [...places].flatMap(([name, of]) => (of.length > 1 ? [{ name, files: of }] : []))
}

/** Tests speak of what they test by its own name. */
const isSource = ({ file }: ReadFile): boolean =>
  /\.tsx?$/.test(file) && rooms.some((room) => room !== 'test' && file.startsWith(`${room}/`))

const exportedTypes = (file: string, text: string): readonly string[] =>
  ts
    .createSourceFile(file, text, ts.ScriptTarget.Latest)
    .statements.flatMap((statement) =>
      (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && isExported(statement)
        ? [statement.name.text]
        : [],
    )

const isExported = ({ modifiers }: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean =>
  modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
