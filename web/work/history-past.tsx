import type { ReactNode } from 'react'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { colourLabel } from '../../domain/words/criteria.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { engineInWords } from '../../domain/words/doer.js'
import { dayEndAtPlace } from '../../domain/words/hours.js'
import type { BaseHistory } from './history-model.js'
import { historyWords as words } from './history-words.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid } from './parts.js'

interface Part {
  readonly of: BaseHistory
  readonly locale: Locale
}

/** How a base stood on a day, or what changed between two. */
export const Past = ({ of, locale }: Part): ReactNode => {
  if (of.then === undefined && of.difference === undefined) return null
  return (
    <>
      {of.difference === undefined ? <Then of={of} locale={locale} /> : <Difference of={of} locale={locale} />}
      <p>
        <a className="button" href={`/bases/${of.base}/history`}>
          {words[locale].toNow}
        </a>
      </p>
    </>
  )
}

const Then = ({ of: { then, zone }, locale }: Part): ReactNode => {
  const say = words[locale]
  if (then === undefined) return null
  const { on, state } = then
  return (
    <section className="card">
      <h2>{`${say.asOf}${locale === 'en' ? ': ' : '：'}${dateInWords(on, locale)}`}</h2>
      {state === null ? <Empty says={say.noState} /> : <StateThen state={state} zone={zone} locale={locale} />}
    </section>
  )
}

const Difference = ({ of: { difference, zone }, locale }: Part): ReactNode => {
  const say = words[locale]
  if (difference === undefined) return null
  const { changes, withheld, on } = difference
  const between = on.map((day) => dateInWords(day, locale)).join(' → ')
  return (
    <>
      <h2>{`${say.difference}${locale === 'en' ? ': ' : '：'}${between}`}</h2>
      <Changes changes={changes} withheld={withheld} zone={zone} locale={locale} />
    </>
  )
}

interface StateProps {
  readonly state: NonNullable<NonNullable<BaseHistory['then']>['state']>
  readonly zone: string | null
  readonly locale: Locale
}

/** Where a base stood: what lists would have said of it then, and what was open. */
export const StateThen = ({ state, zone, locale }: StateProps): ReactNode => {
  const say = words[locale]
  const colon = locale === 'en' ? ': ' : '：'
  return (
    <Facts
      of={[
        [say.stage, `${stageLabel[state.stage][locale]}${state.year === undefined ? '' : ` ${state.year}`}`],
        [say.status, lifecycle[state.status].label[locale]],
        [say.slot, state.slot],
        [say.score, state.score],
        [say.colour, state.colour === undefined ? undefined : colourLabel(state.colour, locale)],
        [say.procedure, state.procedure],
        [
          say.signed,
          state.signedOn === undefined ? undefined : (
            <Moment key="signed" at={state.signedOn} locale={locale} zone={zone} />
          ),
        ],
        [say.ends, state.endsOn === undefined ? undefined : dayEndAtPlace(state.endsOn, zone ?? programmeZone)[locale]],
        [
          say.open,
          state.openSteps.length === 0 ? undefined : (
            <ul className="waits" key="open">
              {state.openSteps.map(({ step, role, title }) => (
                <li key={step}>{`${roles[role].label[locale]}${colon}${title[locale]} (${step})`}</li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}

type Differences = NonNullable<BaseHistory['difference']>

interface ChangesProps extends Pick<Differences, 'changes' | 'withheld'> {
  readonly zone: string | null
  readonly locale: Locale
}

/** What changed, each with whose act it was; of what is not for the reader only how much it is. */
export const Changes = ({ changes, withheld, zone, locale }: ChangesProps): ReactNode => {
  const say = words[locale]
  return (
    <>
      {changes.length === 0 ? (
        <Empty says={say.noChanges} />
      ) : (
        <Grid
          caption={say.changes(changes.length)}
          head={[say.change, say.by, say.when, say.entry]}
          figures={[3]}
          rows={changes.map(({ facet, subject, sentence, by }) => ({
            key: `${facet} ${subject ?? ''} ${by.seq}`,
            cells: [
              sentence[locale],
              whoIn(by, locale),
              <Moment key="when" at={by.occurredAt} locale={locale} zone={zone} />,
              by.seq,
            ],
          }))}
        />
      )}
      {withheld === 0 ? null : <p className="soft">{say.withheld(withheld)}</p>}
    </>
  )
}

type Made = Differences['changes'][number]['by']

const whoIn = ({ doer, cause, name, role }: Made, locale: Locale): string => {
  if (doer === 'engine') return engineInWords(cause)[locale]
  const called = [
    name === null ? [] : [locale === 'en' ? name.en : name.local],
    role === null ? [] : [roles[role].label[locale]],
  ]
  return called.flat().join(locale === 'en' ? ', ' : '，') || '–'
}
