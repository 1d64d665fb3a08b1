import type { Answer, Answers } from './story.js'

/** The answer that moves each step of the procedure `full` forward; a cluster's play or a script may say otherwise. */
export const usualAnswers: Readonly<Record<string, string>> = {
  '1.2a': 'sent',
  '1.2b': 'invite',
  '1.3': 'submit',
  '1.4a': 'complete',
  '1.4b': 'completed',
  '1.5a': 'eligible',
  '1.5b': 'confirm',
  '1.5c': 'grant',
  '1.5d': 'grant',
  '1.6a': 'clear',
  '1.6b': 'confirm',
  '1.6c': 'clear',
  '1.7': 'endorse',
  '1.8': 'score',
  '1.8b': 'score',
  '1.9a': 'accept_mean',
  '1.9b': 'lock',
  '1.10': 'advance',
  '1.10w': 'window_closed',
  '1.11': 'notified',
  '2.1a': 'appoint',
  '2.1b': 'confirm',
  '2.2a': 'ask',
  '2.2b': 'answered',
  '2.2c': 'answered',
  '2.2d': 'answered',
  '2.3a': 'A',
  '2.3b': 'A',
  '2.3c': 'A',
  '2.3d': 'A',
  '2.3e': 'A',
  '2.3f': 'A',
  '2.3g': 'A',
  '2.4a': 'sent',
  '2.4b': 'valid',
  '2.5a': 'done',
  '2.5b': 'agree',
  '2.6': 'accept',
  '2.7': 'submit',
  '2.8': 'recommend',
  '2.8d': 'resume',
  '2.9a': 'publish',
  '2.9b': 'no_objection',
  '2.9c': 'unfounded',
  '2.10': 'approve',
  '2.10w': 'offer',
  '3.1a': 'mou',
  '3.1b': 'agree',
  '3.1c': 'agree',
  '3.2a': 'ready',
  '3.2b': 'ready',
  '3.3a': 'clear',
  '3.3b': 'clear',
  '3.4': 'send',
  '3.5': 'accept',
  '3.6a': 'clear',
  '3.6b': 'clear',
  '3.7a': 'revised',
  '3.7b': 'agreed',
  '3.7c': 'agreed',
  '3.7d': 'agreed',
  '3.8a': 'translated',
  '3.8b': 'concordant',
  '3.9a': 'approve',
  '3.9b': 'approve',
  '3.9c': 'approve',
  '3.10a': 'proven',
  '3.10b': 'proven',
  '3.11a': 'signed_in_ceremony',
  '3.11b': 'signed_in_ceremony',
  '3.12a': 'filed',
  '3.12b': 'filed',
  '4.1a': 'constituted',
  '4.1b': 'constituted',
  '4.2a': 'ready',
  '4.2b': 'ready',
  '4.3': 'filed',
  '4.3x': 'cured',
  '4.4a': 'handed_in',
  '4.4b': 'accepted',
  '4.5a': 'prepared',
  '4.5b': 'agreed',
  '4.5c': 'adopted',
  '4.6a': 'committed',
  '4.6b': 'confirmed',
  '4.7': 'granted',
  '4.8a': 'approved',
  '4.8b': 'approved',
  '4.9': 'ready',
  '4.10a': 'go',
  '4.10b': 'go',
  '4.11a': 'held',
  '4.11b': 'handed_over',
  '4.12a': 'active',
  '4.12b': 'confirm',
  '5.2a': 'submit',
  '5.2d': 'submit',
  '5.2b': 'endorsed',
  '5.3a': 'complete',
  '5.3b': 'sample_holds',
  '5.3c': 'unfounded',
  '5.4a': 'confirm',
  '5.4b': 'confirm',
  '5.5a': 'visited',
  '5.5b': 'agree',
  '5.6': 'score',
  '5.7a': 'send',
  '5.7b': 'accept',
  '5.8': 'green',
  '5.8s': 'lift',
  '5.9a': 'confirm',
  '5.9b': 'confirm',
  '5.10': 'publish',
  '5.11a': 'plan',
  '5.11b': 'accept',
  '5.11c': 'on_track',
  '5.12a': 'withdraw',
  '5.12b': 'removed',
}

/** Steps that must run their full time before they can be decided (2.9 notice, six-month check of a yellow). */
export const runsFull: readonly string[] = ['2.9b', '5.11c']

/** Decided in rank order over all bases of the programme, because places and slots are scarce (R9). */
export const ranked: readonly string[] = ['1.10', '2.10']

/** Nobody acts here: the engine opens the review on its date. */
export const byClock: readonly string[] = ['5.1']

/**
 * What is answered on one visit of a step. `visit` counts from 1 over the life of the base, as the number at the end of
 * a step's id does. Throws for a step no answer is known for.
 */
export const answerOn = (
  { key, visit }: { readonly key: string; readonly visit: number },
  { answers, ratings }: { readonly answers: Answers; readonly ratings: Readonly<Record<string, string>> },
): Answer & { readonly option: string } => {
  const planned = answers[key]
  const own: Answer = (isSeries(planned) ? (planned[visit - 1] ?? planned.at(-1)) : planned) ?? {}
  const option = own.option ?? ratings[key] ?? usualAnswers[key]
  if (option === undefined) throw new TypeError(`no answer is known for step ${key}`)
  return { ...own, option }
}

const isSeries = (planned: Answers[string] | undefined): planned is Answer[] => Array.isArray(planned)
