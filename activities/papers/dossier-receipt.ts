import type { PaperFacts } from '../../documents/paper.js'
import { dossierParts } from '../../domain/facts.js'
import { dossierPartTitle } from '../../domain/words/criteria.js'
import { inEveryLanguage } from '../wording.js'
import { dayOf } from './dates.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/** What the nominee handed in with 1.3, part by part. */
export const dossierReceipt = (story: StorySoFar): PaperFacts['dossier_receipt'] => {
  const handedIn = ofType(story.events, 'step_acted').findLast(({ facts }) => facts?.dossier !== undefined)
  const dossier = handedIn?.facts?.dossier
  if (handedIn === undefined || dossier === undefined) throw new Error(`${story.base.id} has handed in no dossier.`)
  return {
    parts: dossierParts.map((number) => ({
      number,
      title: inEveryLanguage((locale) => dossierPartTitle(number, locale)),
      present: dossier.parts.includes(number),
    })),
    dossierSha256: dossier.dossierHash,
    submittedOn: dayOf(handedIn.at, story.zone),
  }
}
