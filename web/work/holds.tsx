import type { ReactNode } from 'react'
import type { HoldState } from '../../domain/events/records.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { ContractFaults, ContractFields } from './contract-form.js'
import { holdsWords as words } from './holds-words.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Grid, NextPage } from './parts.js'
import type { FormShown } from './people-model.js'
import { Told } from './told.js'

/** What is done on the page of holds; each is the command that a program sends. */
export const holdActs = ['hold', 'confirm_hold', 'release', 'confirm_release'] as const
export type HoldAct = (typeof holdActs)[number]

/** A hold, and what its reader may do about it now. */
export interface HoldShown {
  readonly id: string
  readonly of: { readonly kind: 'person' | 'base'; readonly called: LocalText }
  readonly code: LocalText
  readonly state: HoldState
  readonly at: string
  /** The entry that waits for a second person; null: nothing waits. */
  readonly seq: number | null
  /** Undefined: nothing, by the seats of the reader or because the reader asked for what waits. */
  readonly act: Exclude<HoldAct, 'hold'> | undefined
  readonly isOwn: boolean
  readonly once: string
}

export interface HoldsShown {
  readonly programme: { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }
  readonly holds: readonly HoldShown[]
  readonly next: string | null
  /** By which records are asked to be held; undefined: not by this reader. */
  readonly form: FormShown | undefined
  /** Who holds records, where the reader does not. */
  readonly holders: readonly LocalText[]
  readonly told: HoldAct | 'pending' | { readonly says: string; readonly next: string } | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** Records that are kept whatever else is asked: which, why, since when, and what waits for a second person (8.13). */
export const holdsContent = (shown: HoldsShown, frame: Frame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { programme, holds, next, told } = shown
  return {
    title: say.title,
    rehearsal: programme.rehearsal,
    main: (
      <>
        <nav className="crumbs">
          <a href="/programmes">{say.programmes}</a> › {programme.label[locale]}
        </nav>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <Told told={told} say={say} />
        {holds.length === 0 ? (
          <Empty says={say.none} />
        ) : (
          <Grid
            caption={say.title}
            head={[say.of, say.code, say.state, say.since, say.act]}
            rows={holds.map((hold) => ({ key: hold.id, cells: cellsOf(hold, { programme, frame }) }))}
          />
        )}
        <NextPage
          locale={locale}
          href={next === null ? undefined : `${hrefOf(programme.id)}?after=${encodeURIComponent(next)}`}
        />
        <Begin shown={shown} frame={frame} />
      </>
    ),
  }
}

const hrefOf = (programme: string): string => `/programmes/${programme}/holds`

interface Around {
  readonly programme: HoldsShown['programme']
  readonly frame: Frame
}

const cellsOf = (hold: HoldShown, { programme, frame }: Around): readonly ReactNode[] => {
  const { locale } = frame
  const say = words[locale]
  const { of, code, state, at, isOwn } = hold
  return [
    `${say[of.kind]} ${of.called[locale]}`,
    code[locale],
    say[state],
    <Moment key="at" at={at} locale={locale} />,
    isOwn ? say.own : <OneAct key="act" hold={hold} programme={programme} frame={frame} />,
  ]
}

const OneAct = ({
  hold: { id, seq, act, once },
  programme,
  frame: { locale, mark },
}: Around & { readonly hold: HoldShown }): ReactNode => {
  const say = words[locale]
  if (act === undefined || mark === undefined) return '–'
  return (
    <form method="post" action={hrefOf(programme.id)}>
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="hold" value={id} />
      {seq === null ? null : (
        <>
          <input type="hidden" name="seq" value={seq} />
          <p className="soft">{`${say.read} ${seq}`}</p>
        </>
      )}
      <button name="do" value={act}>
        {say[`act_${act}`]}
      </button>
    </form>
  )
}

const Begin = ({
  shown: { form, holders, programme },
  frame: { locale, mark },
}: {
  readonly shown: HoldsShown
  readonly frame: Frame
}): ReactNode => {
  const say = words[locale]
  if (form === undefined) return <p className="soft">{`${say.mayNot}${listIn(holders, locale)}`}</p>
  return (
    <section className="card no-print">
      <h2>{say.begin}</h2>
      <p className="soft">{say.beginSays}</p>
      <form method="post" action={hrefOf(programme.id)} autoComplete="off">
        <ContractFaults fields={form.fields} others={form.others} locale={locale} />
        <input type="hidden" name="mark" value={mark} />
        <input type="hidden" name="once" value={form.once} />
        <ContractFields fields={form.fields} locale={locale} />
        <p>
          <button className="main" name="do" value="hold">
            {say.act_hold}
          </button>
        </p>
      </form>
    </section>
  )
}

const listIn = (of: readonly LocalText[], locale: Locale): string =>
  of.map((one) => one[locale]).join(locale === 'en' ? ', ' : '、')
