/** What somebody said in words, as lines beneath it; nothing where it is not for these eyes or was erased. */
export const saidLines = (one: { readonly words?: string | null | undefined } | undefined): readonly string[] =>
  typeof one?.words === 'string' ? one.words.split('\n').map((line) => `  > ${line}`) : []
