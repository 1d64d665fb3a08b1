import { fieldsOf } from './a-page.js'
import type { Fields } from './signed-in.js'

/** What stands in the form of a page that says one thing, by what that is. */
export const formOf = (page: string, holds: Fields): Fields => {
  const forms = [...page.matchAll(/<form[^>]* action="([^"]*)"[^>]*>.*?<\/form>/gs)]
  const found = forms
    .map(([whole, action = '']) => fieldsOf(whole, action))
    .find((fields) => Object.entries(holds).every(([name, value]) => fields[name] === value))
  if (found === undefined) throw new Error(`no form has ${JSON.stringify(holds)}`)
  return found
}

/** What a page does not say. */
export const lacking = (page: string, words: readonly string[]): readonly string[] =>
  words.filter((said) => !page.includes(said))
