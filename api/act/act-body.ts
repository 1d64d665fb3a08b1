import type { Locale } from '../../domain/locale.js'
import type { FromPage } from '../../domain/form/posted.js'
import { localeOf } from '../language.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp } from '../parts.js'

/** What a page of a link sent back. */
export interface ActBody {
  readonly posted: FromPage
  readonly token: string
  readonly locale: Locale
}

/** What a browser calls the body of a form with a file. */
export const fileFormType = 'multipart/form-data'

/** Takes the bodies of forms in a room of routes, as pairs of names and texts. */
export const takeForms = (room: ApiApp): void => {
  room.removeAllContentTypeParsers()
  // A file is read where it is kept, never before.
  room.addContentTypeParser(fileFormType, (_request, _body, done) => done(null))
  room.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) =>
    done(null, pairsOf(String(body))),
  )
}

/** The body of a form, as pairs of names and texts. */
export const pairsOf = (body: string): Readonly<Record<string, readonly string[]>> => {
  const pairs = new Map<string, string[]>()
  for (const [name, text] of new URLSearchParams(body)) pairs.set(name, [...(pairs.get(name) ?? []), text])
  return Object.fromEntries(pairs)
}

/** Reads it; whatever stands for a token is cut out of what was pasted, which may be the whole address. */
export const actBody = ({
  body,
  headers,
}: {
  readonly body: unknown
  readonly headers: { readonly 'accept-language'?: string | undefined }
}): ActBody => {
  const pairs = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  const posted: FromPage = (name) => textsOf(pairs.get(name))
  const [lang] = posted('lang')
  const locale = lang === 'en' || lang === 'zh-CN' ? lang : localeOf(headers['accept-language'])
  return { posted, locale, token: /([A-Za-z0-9_-]{43})\s*$/.exec(posted('token')[0] ?? '')?.[1] ?? '' }
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
