import type { ReactNode } from 'react'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { eventWords } from '../../domain/words/events.js'
import { baseContent } from './base-frame.js'
import type { BaseHistory, ShownEntry } from './history-model.js'
import { Past } from './history-past.js'
import { historyWords as words } from './history-words.js'
import type { WorkContent } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts, NextPage } from './parts.js'

interface Part {
  readonly of: BaseHistory
  readonly locale: Locale
}

/** The ledger of a base in sentences, with what proves it, and how it stood on a day of its past. */
export const historyContent = (history: BaseHistory, locale: Locale): WorkContent => {
  const say = words[locale]
  const { base, name, rehearsal } = history
  return baseContent({
    head: { id: base, name, rehearsal },
    tab: 'history',
    locale,
    children: (
      <>
        <p className="lead">{say.lead}</p>
        <div className="two">
          <Verified of={history} locale={locale} />
          <PastForm of={history} locale={locale} />
        </div>
        <Past of={history} locale={locale} />
        {history.then === undefined && history.difference === undefined ? (
          <Entries of={history} locale={locale} />
        ) : null}
      </>
    ),
  })
}

const Verified = ({ of: { base, verified }, locale }: Part): ReactNode => {
  const say = words[locale]
  const { entries, head, covered, mayTakeEvidence } = verified
  return (
    <section className="card">
      <h2>{say.state}</h2>
      <p>{say.kept(entries)}</p>
      <p>{covered === undefined ? say.uncovered : say.covered(covered)}</p>
      <p>
        <small>{say.head}</small>
        <br />
        <span className="hash">{head}</span>
      </p>
      {mayTakeEvidence ? (
        <>
          <p>
            <a className="button main" href={`/bases/${base}/evidence`}>
              {say.evidence}
            </a>
          </p>
          <p className="soft">{say.evidenceSays}</p>
        </>
      ) : (
        <p className="soft">{say.noEvidence}</p>
      )}
      <p>
        <a href={`/bases/${base}/history.csv`}>{say.csv}</a>
        {' · '}
        <a href={`/bases/${base}/history.pdf?language=${locale}`}>{say.pdf}</a>
      </p>
    </section>
  )
}

const PastForm = ({ of: { base, asked }, locale }: Part): ReactNode => {
  const say = words[locale]
  return (
    <section className="card no-print">
      <h2>{say.past}</h2>
      <form method="get" action={`/bases/${base}/history`}>
        <label htmlFor="on">{say.on}</label>
        <input id="on" name="on" type="date" defaultValue={asked['on'] ?? ''} />
        <label htmlFor="with">{say.andOn}</label>
        <input id="with" name="with" type="date" defaultValue={asked['with'] ?? ''} />
        <p>
          <button>{say.look}</button>
        </p>
      </form>
    </section>
  )
}

const Entries = ({ of, locale }: Part): ReactNode => {
  const say = words[locale]
  const { base, asked, entries, next, zone } = of
  const more = new URLSearchParams(asked)
  if (next !== null) more.set('after', next)
  return (
    <>
      <h2>{say.entries}</h2>
      <Filter of={of} locale={locale} />
      {entries.length === 0 ? (
        <Empty says={say.none} next={<p>{say.noneNext}</p>} />
      ) : (
        <ol className="rows">
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} zone={zone} locale={locale} />
          ))}
        </ol>
      )}
      <NextPage locale={locale} href={next === null ? undefined : `/bases/${base}/history?${more.toString()}`} />
    </>
  )
}

interface EntryProps {
  readonly entry: ShownEntry
  readonly zone: string | null
  readonly locale: Locale
}

const Entry = ({ entry, zone, locale }: EntryProps): ReactNode => {
  const say = words[locale]
  const { seq, at, says, who, words: said, effectiveOn, hash, prevHash, payload, rules } = entry
  return (
    <li>
      <div>
        <h3>{says[locale]}</h3>
        <p className="why">{who[locale]}</p>
        {said === null ? null : <blockquote className="quote">{said}</blockquote>}
        <details>
          <summary>{say.exact}</summary>
          <Facts
            of={[
              [say.rules, rules],
              [
                say.hash,
                <span key="hash" className="hash">
                  {hash}
                </span>,
              ],
              [
                say.before,
                <span key="before" className="hash">
                  {prevHash ?? '–'}
                </span>,
              ],
            ]}
          />
          <pre className="hash">{JSON.stringify(payload, null, 2)}</pre>
        </details>
      </div>
      <div className="when">
        <p>
          <b>{`${say.entry} ${seq}`}</b>
        </p>
        <p>
          <Moment at={at} locale={locale} zone={zone} />
        </p>
        {effectiveOn === null ? null : <p className="soft">{say.counts(dateInWords(effectiveOn, locale))}</p>}
      </div>
    </li>
  )
}

const Filter = ({ of: { base, asked }, locale }: Part): ReactNode => {
  const say = words[locale]
  const isAsked = Object.keys(asked).some((name) => name !== 'order')
  const field = (name: 'person' | 'step' | 'about' | 'from' | 'to', type: string): ReactNode => (
    <div>
      <label htmlFor={name}>{say[name]}</label>
      <input id={name} name={name} type={type} defaultValue={asked[name] ?? ''} />
    </div>
  )
  return (
    <details className="card no-print" open={isAsked}>
      <summary>{say.filter}</summary>
      <form className="filter" method="get" action={`/bases/${base}/history`}>
        <div>
          <label htmlFor="kind">{say.kind}</label>
          <select id="kind" name="kind" defaultValue={asked['kind'] ?? ''}>
            <option value="">{say.any}</option>
            {Object.entries(eventWords).map(([code, label]) => (
              <option key={code} value={code}>
                {label[locale]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="role">{say.role}</label>
          <select id="role" name="role" defaultValue={asked['role'] ?? ''}>
            <option value="">{say.any}</option>
            {Object.entries(roles).map(([code, { label }]) => (
              <option key={code} value={code}>
                {label[locale]}
              </option>
            ))}
          </select>
        </div>
        {field('step', 'text')}
        {field('person', 'text')}
        {field('from', 'date')}
        {field('to', 'date')}
        {field('about', 'text')}
        <div>
          <label htmlFor="order">{say.order}</label>
          <select id="order" name="order" defaultValue={asked['order'] ?? 'newest'}>
            <option value="newest">{say.newest}</option>
            <option value="oldest">{say.oldest}</option>
          </select>
        </div>
        <div className="acts">
          <button className="main">{say.apply}</button>
          {isAsked ? (
            <a className="button" href={`/bases/${base}/history`}>
              {say.clear}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  )
}
