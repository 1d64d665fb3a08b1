import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ExhibitResponse } from '../../api/contract/exhibits.js'
import { roles } from '../../domain/role.js'
import { dateInWords, type Locale, type LocalText } from '../../domain/locale.js'
import { baseContent } from './base-frame.js'
import type { BaseHead } from './base-model.js'
import { ContractFaults, ContractFields, type AskedField } from './contract-form.js'
import { ExhibitFile, titleOf, validUntil, Verdict } from './exhibits.js'
import { exhibitsWords as words } from './exhibits-words.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts, Grid } from './parts.js'
import { Told } from './told.js'

/** What the receiving officer makes of an exhibit. */
export const exhibitActs = ['accept', 'check', 'reject'] as const
export type ExhibitAct = (typeof exhibitActs)[number]

/** An act that the reader may do now, with what it asks for. */
export interface ExhibitActShown {
  readonly act: ExhibitAct
  readonly fields: readonly AskedField[]
  readonly others: readonly LocalText[]
  readonly once: string
}

export interface ExhibitPage {
  readonly head: BaseHead
  readonly zone: string | null
  readonly exhibit: z.output<typeof ExhibitResponse>
  readonly acts: readonly ExhibitActShown[]
  readonly told: ExhibitAct | 'pending' | { readonly says: string; readonly next: string } | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** One exhibit: what it says, its file, the steps that use it, and the verdict for whoever gives it. */
export const exhibitContent = (page: ExhibitPage, frame: Frame): WorkContent => {
  const { head, exhibit, told } = page
  const { locale } = frame
  const content = baseContent({
    head,
    tab: 'exhibits',
    locale,
    children: (
      <>
        <h2>{titleOf(exhibit, locale)}</h2>
        <Told told={told} say={words[locale]} />
        <section className="card">
          <AllOf page={page} locale={locale} />
        </section>
        <Judge page={page} frame={frame} />
        <CitedBy page={page} locale={locale} />
      </>
    ),
  })
  return { ...content, title: `${titleOf(exhibit, locale)} · ${head.name[locale]}` }
}

interface PartProps {
  readonly page: ExhibitPage
  readonly locale: Locale
}

const AllOf = ({ page: { head, zone, exhibit }, locale }: PartProps): ReactNode => {
  const say = words[locale]
  const url = `/bases/${head.id}/exhibits`
  const { words: said, role, seal, periods, territories, languages, size, sha256 } = exhibit
  const day = (on: string | undefined): string | undefined => (on === undefined ? undefined : dateInWords(on, locale))
  const other = (id: string | undefined): ReactNode =>
    id === undefined ? undefined : <a href={`${url}/${id}`}>{id.slice(0, 8)}</a>
  const comma = locale === 'en' ? ', ' : '、'
  return (
    <Facts
      of={[
        [say.kind, exhibit.kindLabel[locale]],
        [say.class, say.classOf(exhibit.class, exhibit.classProposed)],
        [say.verdict, <Verdict key="verdict" one={exhibit} locale={locale} />],
        [say.file, <ExhibitFile key="file" one={exhibit} url={url} locale={locale} />],
        [say.received, <Moment key="received" at={exhibit.receivedAt} locale={locale} zone={zone} />],
        [
          say.by,
          role === undefined ? undefined : `${roles[role].label[locale]} ${exhibit.own === true ? say.own : ''}`,
        ],
        [say.issuer, said?.issuer],
        [say.docNo, said?.docNo],
        [say.definition, said?.definition],
        [say.source, said?.sourceUrl],
        [say.issuedOn, day(exhibit.issuedOn)],
        [say.capturedOn, day(exhibit.capturedOn)],
        [say.expires, exhibit.expiresOn === null ? say.noEnd : validUntil(exhibit.expiresOn, { zone, locale })],
        [
          say.periods,
          periods?.map(({ from, to }) => `${dateInWords(from, locale)} – ${dateInWords(to, locale)}`).join(comma),
        ],
        [say.territories, territories?.join(comma)],
        [say.languages, languages?.join(comma)],
        [say.seal, seal === undefined ? undefined : say[`seal_${seal}`]],
        [say.readers, say[`readers_${exhibit.readers}`]],
        [say.before, other(exhibit.supersedes)],
        [say.after, other(exhibit.supersededBy)],
        [say.translates, other(exhibit.translationOf)],
        [say.size, size === undefined ? undefined : `${Math.max(1, Math.round(size / 1024))} KiB`],
        [say.hash, sha256 === undefined ? undefined : <span className="hash">{sha256}</span>],
      ]}
    />
  )
}

const CitedBy = ({ page: { head, zone, exhibit }, locale }: PartProps): ReactNode => {
  const say = words[locale]
  const { citedBy } = exhibit
  if (citedBy === undefined) return null
  return (
    <>
      <h2>{say.cited}</h2>
      {citedBy.length === 0 ? (
        <p className="soft">{say.citedNone}</p>
      ) : (
        <Grid
          caption={say.cited}
          head={[say.step, say.at, say.version, say.beside]}
          rows={citedBy.map(({ seq, step, title, at, version, beside }) => ({
            key: String(seq),
            cells: [
              <a href={`/bases/${head.id}/steps/${step}`} key="step">
                {title[locale]}
              </a>,
              <Moment key="at" at={at} locale={locale} zone={zone} />,
              version,
              beside.map((one) => (
                <div key={one.id}>
                  <a href={`/bases/${head.id}/exhibits/${one.id}`}>{titleOf(one, locale)}</a>
                </div>
              )),
            ],
          }))}
        />
      )}
    </>
  )
}

const Judge = ({ page, frame: { locale, mark } }: { readonly page: ExhibitPage; readonly frame: Frame }): ReactNode => {
  const say = words[locale]
  const { acts, head, exhibit } = page
  if (acts.length === 0 || mark === undefined) return null
  return (
    <section className="card no-print">
      <h2>{say.judge}</h2>
      <p className="soft">{say.judgeSays}</p>
      {acts.map(({ act, fields, others, once }) => (
        <form key={act} method="post" action={`/bases/${head.id}/exhibits/${exhibit.id}`} autoComplete="off">
          <ContractFaults fields={fields} others={others} locale={locale} of={act} />
          <input type="hidden" name="mark" value={mark} />
          <input type="hidden" name="once" value={once} />
          <ContractFields fields={fields} locale={locale} of={act} />
          <p>
            <button className={act === 'reject' ? 'bad' : 'main'} name="do" value={act}>
              {say[act]}
            </button>
          </p>
        </form>
      ))}
    </section>
  )
}
