import type { ReactNode } from 'react'
import { stageLabel, lifecycle } from '../../domain/lifecycle.js'
import type { LocalText, Locale } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { basesSorts } from '../../domain/values/bases-sort.js'
import { colourLabels } from '../../domain/words/criteria.js'
import { portfolioHref, type PortfolioPart } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'

/** What is looked for, as a form that leads to an address: whoever has the address sees the same. */
export const BasesFilter = ({ of: { asked, view }, locale }: PortfolioPart): ReactNode => {
  const say = words[locale]
  const { programme, ...chosen } = asked
  const isAsked = Object.keys(chosen).length > 0
  const choose = (name: keyof typeof labels, among: readonly Choice[]): ReactNode => (
    <Choose name={name} label={say[labels[name]]} among={[{ code: '', said: say.any }, ...among]} is={asked[name]} />
  )
  return (
    <details className="card no-print" open={isAsked}>
      <summary>{say.filter}</summary>
      <form className="filter" method="get" action="/bases">
        {programme === undefined ? null : <input type="hidden" name="programme" value={programme} />}
        {view === 'list' ? null : <input type="hidden" name="view" value={view} />}
        <div className="wide-field">
          <label htmlFor="q">{say.search}</label>
          <input id="q" name="q" type="search" defaultValue={asked['q'] ?? ''} />
        </div>
        {choose('stage', inWords(stageLabel, locale))}
        {choose('status', inWords(labelsIn(lifecycle), locale))}
        {choose('role', inWords(labelsIn(roles), locale))}
        {choose('colour', inWords(colourLabels, locale))}
        {choose('slot', [
          { code: 'held', said: say.slotHeld },
          { code: 'none', said: say.slotNone },
        ])}
        {choose('late', [
          { code: 'true', said: say.lateYes },
          { code: 'false', said: say.lateNo },
        ])}
        <Choose
          name="sort"
          label={say.sort}
          among={basesSorts.map((code) => ({ code: code === 'id' ? '' : code, said: say[`sort_${code}`] }))}
          is={asked['sort']}
        />
        <div className="acts">
          <button className="main">{say.apply}</button>
          {isAsked ? (
            <a className="button" href={portfolioHref({ view, asked: programme === undefined ? {} : { programme } })}>
              {say.clear}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  )
}

/** Under which word each choice stands. */
const labels = {
  stage: 'stage',
  status: 'status',
  role: 'role',
  colour: 'colour',
  slot: 'slot',
  late: 'late',
} as const

interface Choice {
  readonly code: string
  readonly said: string
}

interface ChooseProps {
  readonly name: string
  readonly label: string
  readonly among: readonly Choice[]
  readonly is: string | undefined
}

const Choose = ({ name, label, among, is = '' }: ChooseProps): ReactNode => (
  <div>
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={is}>
      {among.map(({ code, said }) => (
        <option key={code} value={code}>
          {said}
        </option>
      ))}
    </select>
  </div>
)

const labelsIn = (
  table: Readonly<Record<string, { readonly label: LocalText }>>,
): Readonly<Record<string, LocalText>> =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]))

const inWords = (table: Readonly<Record<string, LocalText>>, locale: Locale): readonly Choice[] =>
  Object.entries(table).map(([code, label]) => ({ code, said: label[locale] }))
