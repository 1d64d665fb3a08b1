import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { WorkContent } from './model.js'
import { shellWords } from './words.js'

/** A "no" in one language. */
export interface NoInWords {
  readonly locale: Locale
  readonly title: string
  /** Sentence by sentence. */
  readonly says: readonly string[]
  readonly next: string
}

interface NoPageProps {
  /** In the language of the reader first; the other follows where none was chosen. */
  readonly parts: readonly [NoInWords, ...(readonly NoInWords[])]
  /** The same page as it opens by itself, if that is what is to be done. */
  readonly back: string | undefined
  /** Where signing in leads back to, if that is what is to be done. */
  readonly signIn: string | undefined
  readonly isStranger: boolean
  readonly requestId: string
}

/** What is said instead of a page: what was got, what is allowed, what to do next. */
export const noContent = ({ parts, back, signIn, isStranger, requestId }: NoPageProps): WorkContent => {
  const [first, ...others] = parts
  return {
    title: first.title,
    main: (
      <>
        <NoIn no={first} heading="h1" {...{ back, signIn, isStranger }} />
        {others.map((no) => (
          <NoIn key={no.locale} no={no} heading="h2" {...{ back, signIn, isStranger }} />
        ))}
        <p className="soft">
          <small>{`${shellWords[first.locale].number}: ${requestId}`}</small>
        </p>
      </>
    ),
  }
}

interface NoInProps extends Pick<NoPageProps, 'back' | 'signIn' | 'isStranger'> {
  readonly no: NoInWords
  readonly heading: 'h1' | 'h2'
}

const NoIn = ({ no, heading: Heading, back, signIn, isStranger }: NoInProps): ReactNode => {
  const say = shellWords[no.locale]
  return (
    <section lang={no.locale} className="card">
      <Heading>{no.title}</Heading>
      {no.says.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {no.next === '' ? null : <p>{no.next}</p>}
      <p>
        {back === undefined ? null : (
          <a className="button main" href={back}>
            {say.backTo}
          </a>
        )}
        {signIn === undefined && isStranger ? null : signIn === undefined ? (
          <a className="button" href="/work">
            {say.toWork}
          </a>
        ) : (
          <a className="button main" href={`/sign-in?to=${encodeURIComponent(signIn)}`}>
            {say.signInAndBack}
          </a>
        )}
      </p>
      {isStranger ? (
        <>
          <p className="soft">{say.notSent}</p>
          <p className="soft">{say.fromALetter}</p>
        </>
      ) : null}
    </section>
  )
}
