import { AcceptedResponse } from '../../api/contract/answer.js'
import { UploadResponse } from '../../api/contract/exhibits.js'
import { addDays, plainDate, type PlainDate } from '../../domain/calendar-date.js'
import { offices } from '../../domain/role.js'
import type { Client } from '../http-client.js'
import { fileForm } from '../file-form.js'
import type { OpenStep, Player, Theatre } from './theatre.js'

interface Proving {
  readonly player: Player
  readonly actor: string
}

/** The id of what stands for an exhibit of an example: brought once a stage, by whoever cites it first. */
export const proofFor = async (
  { client }: Theatre,
  { player, actor, example }: Proving & { readonly example: string },
): Promise<string> => {
  const { base, view, proofs } = player
  const stageNo = view.stages.length
  const known = proofs.find((proof) => proof.example === example && proof.stageNo === stageNo)
  if (known !== undefined) return known.exhibit
  const issuedOn = addDays(plainDate(view.lastEntryAt.slice(0, 'YYYY-MM-DD'.length)), -30)
  const exhibit = await bringProof(client, { base, as: actor, about: `${example} of stage ${stageNo}`, issuedOn })
  proofs.push({ exhibit, example, stageNo, by: actor, isChecked: false })
  if (player.play.bringsUnsigned === true && proofs.length === 1) {
    const unsigned = await bringProof(client, { base, as: actor, about: 'what nobody signed', issuedOn })
    proofs.push({ exhibit: unsigned, example: 'unsigned', stageNo, by: actor, isChecked: false, isUnsigned: true })
  }
  return exhibit
}

/** An exhibit as it is brought: for which base, by whom, what it stands for, and the day it was issued on. */
export interface Bringing {
  readonly base: string
  readonly as: string
  readonly about: string
  readonly issuedOn: PlainDate
}

/** Brings one invented table, sealed by an invented office of statistics, and gives its id. */
export const bringProof = async (client: Client, { base, as, about, issuedOn }: Bringing): Promise<string> => {
  const table = Buffer.from(`measure,value\n"Invented for rehearsal, ${base}, ${as}, ${about}",1\nrows,1\n`)
  const form = fileForm('invented.csv', table)
  const { upload } = await client.post(`/bases/${base}/files`, { schema: UploadResponse, as, ...form })
  await client.post(`/bases/${base}/exhibits`, {
    schema: AcceptedResponse,
    as,
    body: {
      upload,
      title: { en: `Invented for rehearsal: ${about}`, 'zh-CN': `为演练虚构：${about}` },
      kind: 'statistics_extract',
      readers: 'PAR',
      seal: 'stamped',
      languages: ['zh-CN'],
      issuer: 'Invented office of statistics',
      issuedOn,
      holdsNothingForbidden: true,
    },
  })
  return upload
}

/** An officer who receives exhibits checks and accepts what others have brought, before deciding by it. */
export const checkBrought = async (
  { client }: Theatre,
  { player, actor, step }: Proving & { readonly step: OpenStep },
): Promise<void> => {
  if (!offices.receivesExhibits.includes(step.role)) return
  const waiting = player.proofs.filter((proof) => !proof.isChecked && proof.by !== actor)
  for (const proof of waiting) {
    const path = `/bases/${player.base}/exhibits/${proof.exhibit}`
    proof.isChecked = true
    if (proof.isUnsigned === true) {
      const body = { code: 'unsigned', reason: 'Invented for rehearsal: no seal. 为演练虚构：未加盖公章。' }
      await client.post(`${path}/rejections`, { schema: AcceptedResponse, as: actor, body })
      continue
    }
    await client.post(`${path}/checks`, { schema: AcceptedResponse, as: actor, body: { class: 1 } })
    await client.post(`${path}/acceptances`, { schema: AcceptedResponse, as: actor, body: {} })
  }
}
