import type { ReactNode } from 'react'
import { defined } from '../../domain/values/defined.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { reasonCodeLabel } from '../../domain/words/reason-codes.js'
import type { LocalText, Locale } from '../../domain/locale.js'
import { Afresh } from './afresh.js'
import { ByPasskey } from './by-passkey.js'
import { passkeyScript } from './passkey-script.js'
import type { BaseHead } from './base-model.js'
import type { WorkContent, WorkFrame } from './model.js'
import { smallActWords as words } from './small-act-words.js'
import { Refused } from './told.js'

/** What is done on a base beside the decisions of its steps, and on a step beside its own. */
export const baseActs = ['comment', 'hold', 'resume', 'withdraw'] as const
export const stepActs = ['extend', 'void', 'confirm_void', 'confirm_paper', 'refuse_paper'] as const
export type StepSmallAct = (typeof stepActs)[number]
export type SmallAct = (typeof baseActs)[number] | StepSmallAct

/** What each of them asks for. */
export const asksFor: Readonly<Record<SmallAct, readonly ('code' | 'reason' | 'text' | 'days')[]>> = {
  comment: ['text'],
  hold: ['code', 'reason'],
  resume: ['reason'],
  withdraw: ['code', 'reason'],
  extend: ['days', 'code', 'reason'],
  void: ['code', 'reason'],
  // The entry that was read stands in the form, and nothing is typed.
  confirm_void: [],
  confirm_paper: [],
  refuse_paper: ['code', 'reason'],
}

/** What the form of an act is drawn with. */
export interface SmallActPage {
  readonly head: BaseHead
  readonly act: SmallAct
  /** The step it is about, where it is about one. */
  readonly step: { readonly id: string; readonly title: LocalText } | undefined
  readonly href: string
  readonly once: string
  readonly typed: (name: string) => string
  /** Whether the judge would take it as things stand; a form that would be refused is not given. */
  readonly isOpen: boolean
  readonly no: { readonly says: string; readonly next: string } | undefined
  /** What waits for a second person, by the entry that asks for it; undefined: the act is of one person. */
  readonly waiting:
    | {
        readonly seq: number
        readonly sentence: LocalText
        readonly words: string | undefined
        /** Where the scan is that is read before. */
        readonly scan?: string
        /** What else goes with the form, so that what was read is what is confirmed. */
        readonly along?: Readonly<Record<string, string>>
      }
    | undefined
  /** The act weighs so much that its reader signs in afresh before it. */
  readonly asksAfresh: boolean
}

/** The form of an act, with what it does, and the one button that does it. */
export const smallActContent = (
  page: SmallActPage,
  { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>,
): WorkContent => {
  const { head, act, step, no, isOpen } = page
  const say = words[locale]
  const back = step === undefined ? `/bases/${head.id}` : `/bases/${head.id}/steps/${step.id}`
  return {
    title: `${say[act]}: ${head.name[locale]}`,
    rehearsal: head.rehearsal,
    ...defined({ script: page.asksAfresh ? passkeyScript : undefined }),
    main: (
      <>
        <nav className="crumbs">
          <a href={back}>{step?.title[locale] ?? head.name[locale]}</a> ›
        </nav>
        <h1>{say[act]}</h1>
        <p className="lead">{`${head.name[locale]} · ${head.id}`}</p>
        {no === undefined ? null : <Refused no={no} title={isOpen ? say.refused : say.notOpen} />}
        {isOpen ? <p>{say[`${act}Says`]}</p> : null}
        {isOpen ? (
          <ActForm page={page} back={back} mark={mark} locale={locale} />
        ) : (
          <p>
            <a className="button" href={back}>
              {say.back}
            </a>
          </p>
        )}
      </>
    ),
  }
}

interface ActFormProps {
  readonly page: SmallActPage
  readonly back: string
  readonly mark: string | undefined
  readonly locale: Locale
}

const ActForm = ({ page, back, mark, locale }: ActFormProps): ReactNode => {
  const { act, href, once, typed, waiting, asksAfresh } = page
  const say = words[locale]
  return (
    <>
      {asksAfresh ? <Afresh to={href} locale={locale} /> : null}
      <form method="post" action={href} className="card" autoComplete="off">
        <input type="hidden" name="mark" value={mark} />
        <input type="hidden" name="once" value={once} />
        {waiting === undefined ? null : (
          <>
            <input type="hidden" name="seq" value={waiting.seq} />
            <p>{waiting.sentence[locale]}</p>
            {Object.entries(waiting.along ?? {}).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {waiting.scan === undefined ? null : (
              <p>
                <a className="button" href={waiting.scan}>
                  {say.openScan}
                </a>
              </p>
            )}
            {waiting.words === undefined ? null : (
              <blockquote>
                <pre>{waiting.words}</pre>
              </blockquote>
            )}
          </>
        )}
        {asksFor[act].map((name) => (
          <Asked key={name} name={name} typed={typed(name)} locale={locale} />
        ))}
        <p>{say.last}</p>
        <button className="main">{say[act]}</button>
        {asksAfresh ? <ByPasskey locale={locale} /> : null}
        <a className="button" href={back}>
          {say.back}
        </a>
      </form>
    </>
  )
}

interface AskedProps {
  readonly name: (typeof asksFor)[SmallAct][number]
  readonly typed: string
  readonly locale: Locale
}

const Asked = ({ name, typed, locale }: AskedProps): ReactNode => (
  <>
    <label htmlFor={name}>{words[locale][name]}</label>
    {name === 'code' ? (
      <select id={name} name={name} defaultValue={typed}>
        <option value="" />
        {reasonCodes.map((code) => (
          <option key={code} value={code}>
            {locale === 'en'
              ? `${reasonCodeLabel(code, locale)} (${code})`
              : `${reasonCodeLabel(code, locale)}（${code}）`}
          </option>
        ))}
      </select>
    ) : name === 'days' ? (
      <input id={name} name={name} inputMode="numeric" defaultValue={typed} />
    ) : (
      <textarea id={name} name={name} rows={4} defaultValue={typed} />
    )}
  </>
)
