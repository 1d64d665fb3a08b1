import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { PasskeyResponse } from '../../api/contract/passkeys.js'
import type { Locale } from '../../domain/locale.js'
import { PasskeySaid } from './by-passkey.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty } from './parts.js'
import { passkeyScript } from './passkey-script.js'
import { passkeysWords as words } from './passkeys-words.js'
import { Told } from './told.js'

type ShownKey = z.output<typeof PasskeyResponse>

interface PasskeysPage {
  readonly items: readonly ShownKey[]
  /** Whether the reader has just signed in, and may make and remove them. */
  readonly mayAct: boolean
  /** Whether browsers take passkeys at the address of this installation. */
  readonly hasPlace: boolean
  readonly told: 'made' | 'removed' | { readonly says: string; readonly next: string } | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** One's passkeys, each with its last use and the way to remove it, and the form that makes one more. */
export const passkeysContent = (
  { items, mayAct, hasPlace, told }: PasskeysPage,
  { locale, mark }: Frame,
): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    script: passkeyScript,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <Told told={told} say={say} />
        {mayAct || mark === undefined ? null : (
          <div className="note">
            <p>{say.afresh}</p>
            <p>
              <a className="button" href="/sign-in?fresh=yes&to=%2Fpasskeys">
                {say.signIn}
              </a>
            </p>
          </div>
        )}
        {items.length === 0 ? (
          <Empty says={say.none} next={hasPlace ? say.noneNext : undefined} />
        ) : (
          <ul className="rows">
            {items.map((item) => (
              <One key={item.id} item={item} locale={locale} mark={mayAct ? mark : undefined} />
            ))}
          </ul>
        )}
        {!hasPlace ? (
          <p>{say.noPlace}</p>
        ) : mayAct && mark !== undefined ? (
          <Making mark={mark} locale={locale} />
        ) : null}
      </>
    ),
  }
}

const Making = ({ mark, locale }: { readonly mark: string; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  return (
    <form method="post" action="/passkeys" className="card" autoComplete="off">
      <h2>{say.make}</h2>
      <p className="soft">{say.makeSays}</p>
      <input type="hidden" name="mark" value={mark} />
      <label htmlFor="name">{say.name}</label>
      <input id="name" name="name" required maxLength={60} />
      <button hidden className="main" data-passkey="/passkeys/registrations" data-makes="yes">
        {say.make}
      </button>
      <PasskeySaid locale={locale} />
      <noscript>
        <p>{say.noScript}</p>
      </noscript>
    </form>
  )
}

interface OneProps {
  readonly item: ShownKey
  readonly locale: Locale
  readonly mark: string | undefined
}

const One = ({ item: { id, name, madeAt, usedAt }, locale, mark }: OneProps): ReactNode => {
  const say = words[locale]
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p className="soft">
          {say.madeAt} <Moment at={madeAt} locale={locale} /> · {say.usedAt}{' '}
          {usedAt === null ? say.never : <Moment at={usedAt} locale={locale} />}
        </p>
      </div>
      {mark === undefined ? null : (
        <form method="post" action="/passkeys" className="when">
          <input type="hidden" name="mark" value={mark} />
          <input type="hidden" name="id" value={id} />
          <button name="do" value="drop" aria-label={`${say.remove}: ${name}`}>
            {say.remove}
          </button>
        </form>
      )}
    </li>
  )
}
