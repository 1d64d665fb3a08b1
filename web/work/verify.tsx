import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { OriginResponse } from '../../api/contract/paper.js'
import type { Locale } from '../../domain/locale.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts, Tag } from './parts.js'
import type { CodeFound, VerifyForm } from './verify-model.js'
import { verifyWords as words } from './verify-words.js'

/** The form by which somebody hands in a paper, its fingerprint or the code of a letter, with what a code stands for. */
export const verifyContent = (
  { typed, no, found }: VerifyForm,
  { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>,
): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {no === undefined ? null : (
          <div className="note bad" role="alert">
            <p>{say[no]}</p>
          </div>
        )}
        {found === undefined ? null : <CodeStands found={found} locale={locale} />}
        <form className="card" method="post" action="/verify" encType="multipart/form-data">
          <input type="hidden" name="mark" value={mark ?? ''} />
          <label htmlFor="sha256">{say.code}</label>
          <input
            id="sha256"
            name="sha256"
            type="text"
            autoComplete="off"
            spellCheck={false}
            className="hash"
            defaultValue={typed}
            aria-describedby="codes"
          />
          <p className="soft" id="codes">
            {say.codeSays}
          </p>
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

/** What a short code stands for: it is the beginning of the fingerprint of a paper, or of an entry as letters name it. */
const CodeStands = ({ found: { papers, entries }, locale }: { readonly found: CodeFound; readonly locale: Locale }) => {
  const say = words[locale]
  if (papers.length + entries.length === 0)
    return (
      <div className="note bad" role="status">
        <p>
          <b>{say.noneFound}</b>
        </p>
        <p>{say.noneFoundSays}</p>
      </div>
    )
  return (
    <div className="note good" role="status">
      {entries.map(({ base, name, seq, says, at }) => (
        <div key={`${base} ${seq}`}>
          <p>
            <b>{say.entryFits(base, seq)}</b>
          </p>
          <p>{`${name[locale]} · ${says[locale]} · ${at[locale]}`}</p>
          <p>
            <a href={`/bases/${base}/history`}>{say.history}</a>
          </p>
        </div>
      ))}
      {papers.map(({ sha256, base, label, language }) => (
        <div key={`${base} ${sha256}`}>
          <p>
            <b>{say.paperFits}</b>
          </p>
          <p>
            <a href={`/documents/${sha256}/origin`}>{`${label[locale]} · ${language[locale]} · ${base}`}</a>
          </p>
        </div>
      ))}
    </div>
  )
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

const Seal = ({ of: { seal, isSealRead }, locale }: { readonly of: Origin; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (seal === null) return say[isSealRead ? 'noSeal' : 'sealUnread']
  return (
    <span>
      {seal.holds ? say.sealHolds(seal.subject) : say.sealBroken}
      <br />
      <small>{say.sealSays}</small> <small className="hash">{seal.certificate}</small>
    </span>
  )
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
            [say.seal, <Seal key="seal" of={origin} locale={locale} />],
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
