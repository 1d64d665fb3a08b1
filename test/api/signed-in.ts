import type { ApiApp } from '../../api/parts.js'
import { aBrowser } from './a-browser.js'
import { posted } from './a-page.js'

/** What somebody fills in. */
export type Fields = Readonly<Record<string, string>>
type Browser = ReturnType<typeof aBrowser>

/** As what a browser sends the fields of a form. */
export const asForm = { 'content-type': 'application/x-www-form-urlencoded' } as const

/** A browser in which somebody has signed in. */
export const signedInAt = async (app: ApiApp, person: string): Promise<Browser> => {
  const browser = aBrowser(app)
  await browser.signIn(person)
  return browser
}

/** Sends the form of a page as a browser does. */
export const send = (browser: Browser, { page, fields }: { page: string; fields: Fields }) =>
  browser.ask(page, { method: 'POST', payload: posted(fields), headers: asForm })
