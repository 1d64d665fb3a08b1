import type { ReactNode } from 'react'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { colourLabel } from '../../domain/words/criteria.js'
import { languageNames } from '../../domain/form/kinds/text.js'
import { paperNames } from '../../domain/words/papers.js'
import { reasonCodeLabel } from '../../domain/words/reason-codes.js'
import { baseContent } from './base-frame.js'
import type { BaseShown, StageTasks, TaskShown } from './base-model.js'
import { baseWords as words } from './base-words.js'
import { Moment } from './moment.js'
import type { WorkContent } from './model.js'
import { Waits } from './base-waits.js'
import { Facts, Grid, Tag } from './parts.js'
import { scrubberScript } from './scrubber-script.js'
import { Scrubber } from './scrubber.js'
import { Flow } from './stage-flow.js'
import { Path } from './stage-path.js'
import { timeWords } from './time-words.js'

interface Of {
  readonly shown: BaseShown
  readonly locale: Locale
}

/** A base: where it stands, what it waits for and for whom, its tasks stage by stage, its papers. */
export const basePage = (shown: BaseShown, locale: Locale): WorkContent => {
  const { base } = shown
  const head = { id: base.id, name: base.names.name, rehearsal: base.rehearsal }
  return baseContent({
    head,
    tab: 'overview',
    locale,
    script: scrubberScript,
    children: (
      <>
        <Path of={base} locale={locale} />
        <Scrubber base={base.id} entry={base.ledger.entries} of={base.ledger.entries} locale={locale} />
        <div className="two">
          <div>
            <Waits shown={shown} locale={locale} />
            <Tasks shown={shown} locale={locale} />
            <Flow base={base.id} stage={base.stage} flow={shown.flow} locale={locale} />
            <Papers shown={shown} locale={locale} />
          </div>
          <aside>
            <About shown={shown} locale={locale} />
          </aside>
        </div>
      </>
    ),
  })
}

/** The task list: a stage that is over is folded, the one the base is in is open. */
const Tasks = ({ shown: { stages: passes, base }, locale }: Of): ReactNode => (
  <section>
    <h2>{words[locale].tasks}</h2>
    {passes.map((pass) => (
      <details key={`${pass.stage} ${pass.no}`} open={pass.isNow}>
        <summary>{nameOf(pass, locale)}</summary>
        <ul className="rows">
          {pass.tasks.map((task) => (
            <Task key={task.step.id} base={base.id} task={task} locale={locale} />
          ))}
        </ul>
        <Coming pass={pass} locale={locale} />
      </details>
    ))}
  </section>
)

const nameOf = ({ stage, year, tasks }: StageTasks, locale: Locale): string => {
  const say = words[locale]
  const label = stageLabel[stage][locale]
  const closed = tasks.filter(({ step }) => step.closedAt !== null).length
  return say.stageTasks(year === undefined ? label : say.yearOf(label, year), closed)
}

interface TaskProps {
  readonly base: string
  readonly task: TaskShown
  readonly locale: Locale
}

const Task = ({ base, task: { step, outcome, late, at }, locale }: TaskProps): ReactNode => {
  const say = words[locale]
  const isOpen = step.closedAt === null
  return (
    <li>
      <div>
        <a className="over" href={`/bases/${base}/steps/${step.id}`}>
          {step.title[locale]}
        </a>{' '}
        <small>{`${step.key} · ${roles[step.role].label[locale]}`}</small>
      </div>
      <div className="when">
        {isOpen ? (
          <Tag tone={late ? 'bad' : 'now'}>{late ? say.late : say.now}</Tag>
        ) : outcome === undefined ? null : (
          <span>{outcome[locale]}</span>
        )}{' '}
        {step.vacant && isOpen ? <Tag tone="warn">{say.vacant}</Tag> : null}
        {step.voided === undefined ? null : <Tag tone="warn">{say.voided}</Tag>}
        <small>{at[locale]}</small>
      </div>
    </li>
  )
}

const Coming = ({ pass: { coming }, locale }: { readonly pass: StageTasks; readonly locale: Locale }): ReactNode =>
  coming.length === 0 ? null : (
    <details>
      <summary>{`${words[locale].coming} (${coming.length})`}</summary>
      <ul className="rows">
        {coming.map(({ key, title, role }) => (
          <li key={key}>
            <div>
              {title[locale]} <small>{`${key} · ${role[locale]}`}</small>
            </div>
            <div className="when">
              <Tag>{words[locale].notYet}</Tag>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )

const Papers = ({ shown: { papers, base }, locale }: Of): ReactNode => {
  const say = words[locale]
  return (
    <section>
      <h2>{say.papers}</h2>
      {papers.length === 0 ? (
        <p className="soft">{say.noPapers}</p>
      ) : (
        <Grid
          caption={say.papers}
          head={[say.paper, say.language, say.madeOn, say.state]}
          rows={papers.map(({ sha256, kind, language, madeAt, voided }) => ({
            key: sha256,
            cells: [
              <a key="paper" href={`/documents/${sha256}`}>
                {paperNames[kind][locale]} <small>{sha256.slice(0, 12)}</small>
              </a>,
              languageNames[language][locale],
              <Moment key="made" at={madeAt} locale={locale} zone={base.zone} />,
              voided ? <Tag tone="warn">{say.noLonger}</Tag> : say.valid,
            ],
          }))}
        />
      )}
    </section>
  )
}

const About = ({ shown: { base, acts, nextDue, opened, movesTime }, locale }: Of): ReactNode => {
  const say = words[locale]
  return (
    <>
      <div className="card">
        <Facts
          of={[
            [say.status, <Tag key="status">{lifecycle[base.status].label[locale]}</Tag>],
            [say.code, base.code === undefined ? undefined : reasonCodeLabel(base.code, locale)],
            [say.slot, base.slot === undefined ? undefined : say.slotOf(base.slot)],
            [say.plaque, base.plaque],
            [say.colour, base.colour === undefined ? undefined : colourLabel(base.colour, locale)],
            [say.score, base.score],
            [say.nextDue, nextDue?.[locale]],
            [say.place, base.names.place[locale]],
            [say.government, base.names.government[locale]],
            [say.industry, base.names.industry[locale]],
            [say.opened, opened[locale]],
            [say.rules, base.procedure],
            [say.ledger, say.entries(base.ledger.entries)],
            [
              say.interests,
              base.interests.length === 0
                ? undefined
                : base.interests.map(({ person }) => person).join(locale === 'en' ? ', ' : '、'),
            ],
          ]}
        />
        {movesTime ? (
          <a className="button no-print" href={`/bases/${base.id}/time`}>
            {timeWords[locale].title}
          </a>
        ) : null}
      </div>
      {acts.length === 0 ? null : (
        <div className="card no-print">
          <h2>{say.acts}</h2>
          {acts.map(({ act, label }) => (
            <a className="button" key={act} href={`/bases/${base.id}/acts/${act}`}>
              {label[locale]}
            </a>
          ))}
        </div>
      )}
    </>
  )
}
