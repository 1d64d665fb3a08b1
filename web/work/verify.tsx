import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { OriginResponse } from '../../api/contract/paper.js'
import type { Locale } from '../../domain/locale.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts, Tag } from './parts.js'
import { verifyWords as words } from './verify-words.js'

/** The form by which somebody hands in a paper, or its fingerprint. */
export const verifyContent = (
  { isNothing }: { readonly isNothing: boolean },
  { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>,
): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {isNothing ? (
          <div className="note bad" role="alert">
            <p>{say.nothing}</p>
          </div>
        ) : null}
        <form className="card" method="post" action="/verify" encType="multipart/form-data">
          <input type="hidden" name="mark" value={mark ?? ''} />
          <label htmlFor="sha256">{say.or}</label>
          <input id="sha256" name="sha256" type="text" autoComplete="off" spellCheck={false} className="hash" />
          <label htmlFor="file">{say.file}</label>
          <input id="file" name="file" type="file" accept="application/pdf,.pdf" aria-describedby="kept" />
          <p className="soft" id="kept">
            {say.fileSays}
          </p>
          <p>
            <button className="main">{say.verify}</button>
          </p>
        </form>
      </>
    ),
  }
}

type Origin = z.output<typeof OriginResponse>

interface Found {
  readonly sha256: string
  /** Undefined: none with this fingerprint is for these eyes. */
  readonly origin: Origin | undefined
  readonly zone: string | null
}

/** What a paper is that was handed in, or that it is none of ours. */
export const originContent = ({ sha256, origin, zone }: Found, locale: Locale): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    rehearsal: origin?.rehearsal === true,
    main: (
      <>
        <h1>{say.title}</h1>
        {origin === undefined ? (
          <div className="note bad" role="status">
            <p>
              <b>{say.notOurs}</b>
            </p>
            <p>{say.notOursSays}</p>
          </div>
        ) : (
          <Ours origin={origin} zone={zone} locale={locale} />
        )}
        <p>
          <small>{say.fingerprint}</small>
          <br />
          <span className="hash">{sha256}</span>
        </p>
        <p>
          <a className="button" href="/verify">
            {say.another}
          </a>
        </p>
      </>
    ),
  }
}

interface OursProps {
  readonly origin: Origin
  readonly zone: string | null
  readonly locale: Locale
}

const Ours = ({ origin, zone, locale }: OursProps): ReactNode => {
  const say = words[locale]
  const { base, names, kindLabel, language, version, versions, madeAt, decision, voided, isNewest, sha256 } = origin
  return (
    <>
      <div className={voided ? 'note bad' : 'note good'} role="status">
        <p>
          <b>{say.ours}</b>
        </p>
        {voided ? <p>{say.voided}</p> : null}
        {isNewest ? null : <p>{say.older}</p>}
      </div>
      <div className="card">
        <Facts
          of={[
            [
              say.base,
              <span key="base">
                <a href={`/bases/${base}`}>{names.name[locale]}</a> <small>{base}</small>
              </span>,
            ],
            [say.kind, kindLabel[locale]],
            [
              say.version,
              <span key="version">
                {say.versionOf(version, versions)} {isNewest ? null : <Tag tone="warn">{say.older}</Tag>}
              </span>,
            ],
            [say.language, say.languages[language]],
            [say.made, <Moment key="made" at={madeAt} locale={locale} zone={zone} />],
            [
              say.decision,
              decision === null ? undefined : (
                <span key="decision">
                  {`${decision.says[locale]} · ${say.entry(decision.seq)}`}
                  <br />
                  <small>
                    <Moment at={decision.occurredAt} locale={locale} zone={zone} />
                  </small>
                </span>
              ),
            ],
            [say.rules, decision?.rulesVersion],
          ]}
        />
        <p>
          <a className="button" href={`/documents/${sha256}`}>
            {say.download}
          </a>
          <a className="button" href={`/bases/${base}/history`}>
            {say.history}
          </a>
        </p>
      </div>
    </>
  )
}
