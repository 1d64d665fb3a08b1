import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { SavedViewResponse } from '../../api/contract/saved-views.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { SavedPage } from '../../domain/values/saved-page.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Tag } from './parts.js'
import { savedPageWord, savedViewsWords as words } from './saved-views-words.js'
import { Refused } from './told.js'

type ShownView = z.output<typeof SavedViewResponse>

/** The saved views that belong to a list as it is shown, and what is needed to save another. */
export interface SavedViewsHere {
  readonly items: readonly ShownView[]
  /** The rehearsal they are all of; undefined: they are real. */
  readonly world: string | undefined
  /** What would be saved now; undefined: nothing can be, as nobody is signed in by a browser. */
  readonly saving: SavingHere | undefined
}

interface SavingHere {
  readonly page: SavedPage
  /** What the address asks for, as it stands in one. */
  readonly asks: string
  readonly mark: string
  /** The id the view will have, so that a second click saves it once. */
  readonly id: string
  /** With whom it may be shared: the own roles, each in its programme. */
  readonly roles: readonly RoleOfReader[]
}

export interface RoleOfReader {
  readonly programme: string
  readonly programmeLabel: LocalText
  readonly role: string
  readonly label: LocalText
}

interface BarProps {
  readonly saved: SavedViewsHere
  readonly locale: Locale
}

/** One's saved views above a list, each an address, and the form by which what is shown now becomes one more. */
export const SavedViewsBar = ({ saved: { items, world, saving }, locale }: BarProps): ReactNode => {
  const say = words[locale]
  return (
    <>
      {items.length === 0 ? null : (
        <nav className="saved no-print" aria-label={say.bar}>
          <ul>
            {items.map((view) => (
              <li key={view.id}>
                <a href={view.address}>{view.name}</a>
                {view.isMine ? null : <small>{` ${whoseIs(view, locale)}`}</small>}
              </li>
            ))}
            <li>
              <a href={inWorld('/saved-views', world)}>{say.all}</a>
            </li>
          </ul>
        </nav>
      )}
      {saving === undefined ? null : <Saving saving={saving} world={world} locale={locale} />}
    </>
  )
}

/** An address within a rehearsal, or as it is. */
const inWorld = (path: string, world: string | undefined): string =>
  world === undefined ? path : `${path}?${new URLSearchParams({ programme: world }).toString()}`

interface SavingProps {
  readonly saving: SavingHere
  readonly world: string | undefined
  readonly locale: Locale
}

const Saving = ({ saving, world, locale }: SavingProps): ReactNode => {
  const say = words[locale]
  const { page, asks, mark, id, roles } = saving
  return (
    <details className="no-print">
      <summary>{say.save}</summary>
      <form method="post" action={inWorld('/saved-views', world)} className="card">
        <p className="soft">{say.saveSays}</p>
        {Object.entries({ mark, id, page, asks, do: 'save' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="view-name">{say.name}</label>
        <input id="view-name" name="name" required maxLength={60} />
        <label htmlFor="view-share">{say.share}</label>
        <select id="view-share" name="share" defaultValue="">
          <option value="">{say.nobody}</option>
          {roles.map(({ programme, programmeLabel, role, label }) => (
            <option key={`${programme}/${role}`} value={`${programme}/${role}`}>
              {say.shareWith(label[locale], programmeLabel[locale])}
            </option>
          ))}
        </select>
        <div className="acts">
          <button className="main">{say.keep}</button>
        </div>
      </form>
    </details>
  )
}

/** Whose a view is, and who else is shown it. */
const whoseIs = ({ isMine, sharedWith }: ShownView, locale: Locale): string => {
  const say = words[locale]
  if (sharedWith === null) return say.mine
  return isMine ? say.sharedWith(sharedWith.label[locale]) : say.sharedBy(sharedWith.label[locale])
}

interface SavedViewsPage {
  readonly saved: Pick<SavedViewsHere, 'items' | 'world'>
  readonly told: 'removed' | 'unfit' | { readonly says: string; readonly next: string } | undefined
}

/** All views somebody is shown, real ones or those of one rehearsal, with the way to take one's own away. */
export const savedViewsContent = (
  { saved: { items, world }, told }: SavedViewsPage,
  { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>,
): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <Told told={told} locale={locale} />
        {items.length === 0 ? (
          <Empty
            says={say.none}
            next={
              <>
                <p>{say.noneNext}</p>
                <p>
                  <a className="button" href={inWorld('/bases', world)}>
                    {say.toBases}
                  </a>
                </p>
              </>
            }
          />
        ) : (
          <ul className="rows">
            {items.map((view) => (
              <One key={view.id} view={view} world={world} locale={locale} mark={mark} />
            ))}
          </ul>
        )}
      </>
    ),
  }
}

const Told = ({ told, locale }: { readonly told: SavedViewsPage['told']; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (told === undefined) return null
  if (told === 'removed')
    return (
      <div className="note good" role="status">
        <p>{say.removed}</p>
      </div>
    )
  return <Refused no={told === 'unfit' ? { says: say.unfit, next: say.unfitNext } : told} title={say.refused} />
}

interface OneProps {
  readonly view: ShownView
  readonly world: string | undefined
  readonly locale: Locale
  readonly mark: string | undefined
}

const One = ({ view, world, locale, mark }: OneProps): ReactNode => {
  const say = words[locale]
  return (
    <li>
      <div>
        <h3>
          <a href={view.address}>{view.name}</a>
        </h3>
        <p>
          {say[savedPageWord[view.page]]} <Tag>{whoseIs(view, locale)}</Tag>
        </p>
      </div>
      <div className="when">
        <p className="soft">
          {say.saved} <Moment at={view.savedAt} locale={locale} />
        </p>
        {view.isMine && mark !== undefined ? (
          <form method="post" action={inWorld('/saved-views', world)}>
            <input type="hidden" name="mark" value={mark} />
            <input type="hidden" name="id" value={view.id} />
            <button name="do" value="drop" aria-label={`${say.remove}: ${view.name}`}>
              {say.remove}
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}
