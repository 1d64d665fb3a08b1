import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Columns by name, and whether their type admits null. */
export type Columns = Readonly<Record<string, { readonly nullable: boolean }>>

/** The tables of db/schema.ts as its types are written down, by table name. */
export function tablesAsTyped(): Readonly<Record<string, Columns>> {
  const folder = new URL('../../db/', import.meta.url)
  const texts = ['schema.ts', ...readdirSync(new URL('schema/', folder)).map((name) => `schema/${name}`)]
  const files = texts.map((name) =>
    ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.Latest),
  )
  const interfaces = new Map(
    files.flatMap((file) =>
      file.statements.filter(ts.isInterfaceDeclaration).map((found) => [found.name.text, { found, file }] as const),
    ),
  )
  const membersOf = (name: string): readonly (readonly [string, string])[] => {
    const declared = interfaces.get(name)
    if (declared === undefined) throw new Error(`db/schema.ts names ${name}, which no file of db/schema declares.`)
    return declared.found.members
      .filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(declared.file), member.type?.getText(declared.file) ?? ''] as const)
  }
  return Object.fromEntries(
    membersOf('Database').map(([table, type]) => [
      table,
      Object.fromEntries(membersOf(type).map(([column, text]) => [column, { nullable: admitsNull(text) }])),
    ]),
  )
}

/** What is selected admits null; what may be inserted says nothing of it. */
const admitsNull = (type: string): boolean =>
  /^(ColumnType<)?[^,]*\| null/.test(type) || /^ColumnType<unknown,/.test(type) || /^JsonColumn<.*\| null>/.test(type)
