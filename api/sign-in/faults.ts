import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { ProblemError, unavailable } from '../problems.js'

/** Why nobody was signed in. What the provider writes of it is its own text and is not repeated. */
export const signInProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof AuthorizationResponseError) {
    const isLater = ['temporarily_unavailable', 'server_error'].includes(error.error)
    return isLater ? away() : new ProblemError({ code: 'sign_in_failed', detail: { reason: 'denied' } })
  }
  if (error instanceof ResponseBodyError && error.status < 500) return refused()
  if (error instanceof ClientError && isAboutTheAnswer(error.code)) return refused()
  return away()
}

const refused = (): ProblemError => new ProblemError({ code: 'sign_in_failed', detail: { reason: 'refused' } })
const away = (): ProblemError => unavailable('The sign-in provider')

/** Codes of the library for an answer that came and is not good, apart from those for none that came. */
const isAboutTheAnswer = (code: string | undefined): boolean =>
  code !== undefined &&
  !['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'].includes(code)
