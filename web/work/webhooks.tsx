import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { DeliveryResponse, WebhookResponse } from '../../api/contract/webhooks.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { eventWords } from '../../domain/words/events.js'
import { toldOutside } from '../../domain/sight/told-outside.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid, Tag } from './parts.js'
import { Told } from './told.js'
import { webhooksWords as words } from './webhooks-words.js'

type Delivery = z.output<typeof DeliveryResponse>
type Shown = z.output<typeof WebhookResponse> & { readonly deliveries: readonly Delivery[] }

/** Other programs of a programme that are told what is recorded, with the last messages of each. */
interface WebhooksPage {
  readonly programme: { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }
  readonly items: readonly Shown[]
  /** Whether the reader names and ends them; an auditor only reads. */
  readonly mayAct: boolean
  /** Of the one that was made a moment ago. */
  readonly secret: string | undefined
  readonly told: 'end' | 'again' | { readonly says: string; readonly next: string } | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** The page on which other programs are named, and what became of each message is read. */
export const webhooksContent = (page: WebhooksPage, frame: Frame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { programme, items, mayAct, secret, told } = page
  return {
    title: say.title,
    rehearsal: programme.rehearsal,
    main: (
      <>
        <nav className="crumbs" aria-label={say.crumbs}>
          <a href={`/programmes/${programme.id}/people`}>{say.people}</a> ›
        </nav>
        <h1>{say.title}</h1>
        <p className="lead">{`${programme.label[locale]} · ${say.lead}`}</p>
        <Told told={told} say={say} />
        {secret === undefined ? null : (
          <div className="note good" role="status">
            <label htmlFor="secret">{say.made}</label>
            <input id="secret" readOnly value={secret} />
          </div>
        )}
        {items.length === 0 ? (
          <Empty says={say.none} next={mayAct && !programme.rehearsal ? say.noneNext : undefined} />
        ) : null}
        {items.map((item) => (
          <One key={item.id} item={item} page={page} frame={frame} />
        ))}
        {!mayAct ? null : programme.rehearsal ? (
          <p className="note">{say.rehearsed}</p>
        ) : (
          <Making page={page} frame={frame} />
        )}
      </>
    ),
  }
}

interface PartProps {
  readonly page: WebhooksPage
  readonly frame: Frame
}

const One = ({ item, page, frame }: PartProps & { readonly item: Shown }): ReactNode => {
  const { locale } = frame
  const say = words[locale]
  const { id, url, kinds, madeAt, madeBy, endedAt, deliveries } = item
  const acts = page.mayAct && endedAt === null
  return (
    <section className="card">
      <h2>{url}</h2>
      <Facts
        of={[
          [
            say.kinds,
            kinds.length === 0
              ? say.all
              : kinds.map((kind) => kindIn(kind, locale)).join(locale === 'en' ? ', ' : '、'),
          ],
          [say.since, <Moment key="since" at={madeAt} locale={locale} />],
          [say.by, madeBy],
          [say.ended, endedAt === null ? undefined : <Moment key="ended" at={endedAt} locale={locale} />],
        ]}
      />
      {deliveries.length === 0 ? (
        <p className="soft">{say.noLog}</p>
      ) : (
        <Grid
          caption={say.log}
          head={[say.what, say.state, say.response, say.when, ...(acts ? [say.again] : [])]}
          rows={deliveries.map((one) => ({
            key: one.id,
            cells: [
              `${kindIn(one.type, locale)} · ${one.stream} #${one.seq}`,
              <Tag key="state" tone={tones[one.state]}>
                {say[one.state]}
              </Tag>,
              one.response ?? '',
              <Moment key="when" at={one.recordedAt} locale={locale} />,
              ...(acts ? [<Again key="again" page={page} frame={frame} of={{ webhook: id, delivery: one }} />] : []),
            ],
          }))}
        />
      )}
      {acts ? (
        <Sent page={page} frame={frame} fields={{ webhook: id }}>
          <p className="soft">{say.endSays}</p>
          <button className="bad" name="do" value="end">
            {say.end}
          </button>
        </Sent>
      ) : null}
    </section>
  )
}

/** What a kind of entry is called; one that this build does not know stands as it is. */
const kindIn = (kind: string, locale: Locale): string =>
  Object.entries(eventWords).find(([code]) => code === kind)?.[1][locale] ?? kind

const tones = { queued: 'now', delivered: 'good', failed: 'bad' } as const

interface AgainProps extends PartProps {
  readonly of: { readonly webhook: string; readonly delivery: Delivery }
}

const Again = ({ page, frame, of: { webhook, delivery } }: AgainProps): ReactNode =>
  delivery.state === 'queued' ? null : (
    <Sent page={page} frame={frame} fields={{ webhook, delivery: delivery.id }}>
      <button name="do" value="again" aria-label={`${words[frame.locale].again}: ${delivery.stream} #${delivery.seq}`}>
        {words[frame.locale].again}
      </button>
    </Sent>
  )

interface SentProps extends PartProps {
  readonly fields: Readonly<Record<string, string>>
  readonly children: ReactNode
}

const Sent = ({ page, frame: { mark }, fields, children }: SentProps): ReactNode => (
  <form method="post" action={`/programmes/${page.programme.id}/webhooks/acts`} className="no-print">
    <input type="hidden" name="mark" value={mark ?? ''} />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)

const Making = ({ page, frame }: PartProps): ReactNode => {
  const say = words[frame.locale]
  return (
    <section className="card">
      <Sent page={page} frame={frame} fields={{}}>
        <label htmlFor="url">{say.url}</label>
        <input
          id="url"
          name="url"
          type="url"
          required
          maxLength={500}
          placeholder="https://news.example.org/cornerstone"
        />
        <fieldset>
          <legend>{say.some}</legend>
          {toldOutside.map((kind) => (
            <label className="tick" key={kind}>
              <input type="checkbox" name="kinds" value={kind} />
              {kindIn(kind, frame.locale)} <small>{kind}</small>
            </label>
          ))}
        </fieldset>
        <button className="main" name="do" value="make">
          {say.make}
        </button>
      </Sent>
    </section>
  )
}

/** The way to that page, for whoever reads it. */
export const WebhooksLink = ({
  programme,
  locale,
}: {
  readonly programme: string
  readonly locale: Locale
}): ReactNode => (
  <p className="no-print">
    <a href={`/programmes/${programme}/webhooks`}>{words[locale].title}</a>
  </p>
)
