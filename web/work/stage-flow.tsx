import type { ReactNode } from 'react'
import { stageLabel, type Stage } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { Tag } from './parts.js'
import type { FlowStep, StageFlow } from './stage-flow-model.js'
import { stageFlowWords as words } from './stage-flow-words.js'

interface FlowProps {
  readonly base: string
  readonly stage: Stage
  readonly flow: StageFlow
  readonly locale: Locale
}

/** The stage a base is in as a flow: an ordered list whose connectors are drawn, so that it reads the same without seeing it. */
export const Flow = ({ base, stage, flow: { rules, layers, beside }, locale }: FlowProps): ReactNode => {
  const say = words[locale]
  return (
    <section>
      <h2>{say.title(stageLabel[stage][locale])}</h2>
      <p className="soft">{say.lead(rules)}</p>
      <ol className="flow">
        {layers.map((layer) => (
          <li key={layer.map(({ key }) => key).join(' ')}>
            <ul>
              {layer.map((step) => (
                <Box key={step.key} base={base} of={step} locale={locale} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {beside.length === 0 ? null : (
        <>
          <h3>{say.beside}</h3>
          <ul>
            {beside.map(({ step, title }) => (
              <li key={step}>
                <a href={`/bases/${base}/steps/${step}`}>{title[locale]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface BoxProps {
  readonly base: string
  readonly of: FlowStep
  readonly locale: Locale
}

const Box = ({ base, of: { key, title, role, standing, step, late, back }, locale }: BoxProps): ReactNode => {
  const say = words[locale]
  const isNow = standing === 'waits'
  return (
    <li className={standing} aria-current={isNow ? 'step' : undefined}>
      {step === undefined ? <span>{title[locale]}</span> : <a href={`/bases/${base}/steps/${step}`}>{title[locale]}</a>}
      <small>{`${key} · ${role[locale]}`}</small>
      {isNow ? <Tag tone={late ? 'bad' : 'now'}>{late ? say.late : say.waits}</Tag> : <small>{say[standing]}</small>}
      {back.length === 0 ? null : <small>{`↩ ${say.back(back.join(locale === 'en' ? ', ' : '、'))}`}</small>}
    </li>
  )
}
