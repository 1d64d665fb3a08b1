import type { Locale } from '../domain/locale.js'
import { apiProblems, type ApiProblem } from './problem-catalogue.js'
import type { ApiProblemEntry } from './problem-entry.js'

/** The sentences of a problem in one language. */
export const apiProblemText = (no: ApiProblem, locale: Locale): { readonly says: string; readonly next: string } => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- code and detail were paired by the union `ApiProblem`
  const entry = apiProblems[no.code] as ApiProblemEntry<unknown>
  return { says: entry.says[locale](no.detail), next: entry.next[locale](no.detail) }
}
