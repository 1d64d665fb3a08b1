import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../domain/locale.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { FilledPage } from '../../web/act/model.js'
import { commandIdOf, settingOf } from '../commands/ask.js'
import { bodyMark } from '../commands/fingerprint.js'
import { exhibits as commands } from '../contract/commands/exhibits.js'
import { Problem } from '../contract/problem.js'
import type { ApiParts } from '../parts.js'
import type { OnStep } from './subject.js'
import { problemBody, ProblemError } from '../problems.js'
import { bringExhibit } from '../uploads/bring.js'
import type { FormFile } from '../uploads/form.js'
import { mayBring } from '../uploads/may-bring.js'
import { takeFile } from '../uploads/uploads.js'

interface Proof {
  readonly request: FastifyRequest
  /** In whose name, and to which base. */
  readonly of: Pick<OnStep, 'person' | 'base'>
  readonly door: {
    readonly route: string
    readonly channel: 'api' | 'link'
    readonly keyOf: (upload: string) => string
  }
  readonly locale: Locale
  readonly posted: FromPage
  readonly file: FormFile
}

/** Takes a file from a page and brings it as proof in the name of whoever sent it; says why not. */
export const bringProof = async (
  parts: ApiParts,
  { request, of, door, locale, posted, file }: Proof,
): Promise<FilledPage['no']> => {
  const { base, person } = of
  const said = commands.bring_exhibit.body.omit({ upload: true }).safeParse(saidOf(posted, locale))
  const taken = said.success ? await takeFrom(parts, { request, of, door, locale, posted, file }) : unsaid[locale]
  if (!said.success || typeof taken !== 'string') {
    file.bytes.resume()
    return typeof taken === 'string' ? unsaid[locale] : taken
  }
  const upload = taken
  const body = { ...said.data, upload }
  const ask = {
    key: commandIdOf({ person, key: door.keyOf(upload) }),
    person,
    route: door.route,
    ...bodyMark(body),
    setting: { ...settingOf(request), locale },
  }
  const answer = await bringExhibit(parts, { request, ask, channel: door.channel, base, person, body })
  if (answer.status < 400) return undefined
  const { detail: says, next } = Problem.parse(JSON.parse(answer.body))
  return { says, next }
}

/** The id of the upload, or why the file is not taken. */
const takeFrom = async (
  parts: ApiParts,
  { request, of: { base, person }, locale, file }: Proof,
): Promise<string | NonNullable<FilledPage['no']>> => {
  try {
    await mayBring(parts, { base, person })
    return await takeFile(parts, { request, base, person, file })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { detail: says, next } = problemBody(error.no, { ...settingOf(request), locale })
    return { says, next }
  }
}

/** As the contract has it; what was left empty is absent. */
const saidOf = (posted: FromPage, locale: Locale) => {
  const one = (name: string): string | undefined => filled(posted(`proof/${name}`)[0]?.trim())
  const several = (name: string): readonly string[] =>
    (one(name) ?? '').split(/[\s,，、]+/).filter((each) => each !== '')
  const { from, to } = { from: one('from'), to: one('to') }
  return {
    title: { [locale]: one('title') },
    kind: one('kind'),
    readers: one('readers'),
    seal: one('seal'),
    languages: several('languages'),
    issuer: one('issuer'),
    docNo: one('docNo'),
    definition: one('definition'),
    sourceUrl: one('sourceUrl'),
    issuedOn: one('issuedOn'),
    validUntil: one('validUntil'),
    capturedOn: one('capturedOn'),
    periods: from === undefined && to === undefined ? undefined : [{ from, to }],
    territories: several('territories').length === 0 ? undefined : several('territories'),
    personal: one('personal'),
    holdsNothingForbidden: one('allowed') === undefined ? undefined : true,
  }
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const unsaid: Readonly<Record<Locale, NonNullable<FilledPage['no']>>> = {
  en: {
    says: 'The proof was not taken: title, kind, readers, seal and languages are needed, and that it holds nothing forbidden.',
    next: 'Fill them in and choose the file once more.',
  },
  'zh-CN': {
    says: '佐证材料未予接收：须填写标题、类型、阅读范围、签章和语言，并确认不含禁止内容。',
    next: '请补充填写并重新选择文件。',
  },
}
