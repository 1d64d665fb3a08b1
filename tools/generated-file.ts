/** A file of the repository that is made from the code. It is committed, and `npm run gen:check` fails when it is stale. */
export interface GeneratedFile {
  /** Path from the root of the project. */
  readonly file: string
  /** The whole content, ending in a line break; the same answer for the same code, on every machine. */
  readonly make: () => Promise<string>
}
