import type { ApiApp } from '../../api/parts.js'
import { aBrowser } from './a-browser.js'
import { fieldsOf, posted } from './a-page.js'

export type Fields = Readonly<Record<string, string>>
type Browser = ReturnType<typeof aBrowser>

/** A browser in which somebody has signed in. */
export const signedInAt = async (app: ApiApp, person: string): Promise<Browser> => {
  const browser = aBrowser(app)
  await browser.signIn(person)
  return browser
}

/** As what a browser sends the fields of a form. */
export const asForm = { 'content-type': 'application/x-www-form-urlencoded' } as const

/** Sends the form of a page as a browser does. */
export const send = (browser: Browser, { page, fields }: { page: string; fields: Fields }) =>
  browser.ask(page, { method: 'POST', payload: posted(fields), headers: asForm })

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
