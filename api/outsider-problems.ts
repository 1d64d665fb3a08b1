import type { Locale } from '../domain/locale.js'
import { stampFaults } from '../stamps/stamp-fault.js'
import type { StampFaultCode } from '../stamps/stamp-fault.js'
import { problem, same } from './problem-entry.js'

const cosignatureFaults = {
  false_cosignature: {
    en: 'the cosignature is not that of the witness it names',
    'zh-CN': '该联署并非所称见证方所作',
  },
  cosignature_of_other: {
    en: 'the line of the cosignature names another witness than it is handed in for',
    'zh-CN': '该联署行所载见证方与提交时所称名称不一致',
  },
  unreadable_cosignature: {
    en: 'the cosignature cannot be read as one (a line of C2SP signed-note, or what stands in it behind the name)',
    'zh-CN': '该联署无法读取（应为 C2SP signed-note 的一行，或其中名称之后的部分）',
  },
} as const

/** Why an attestation is not kept. */
export type AttestationFault = StampFaultCode | keyof typeof cosignatureFaults

const whyNot = (fault: AttestationFault): Readonly<Record<Locale, string>> => {
  if (isOfCosignature(fault)) return cosignatureFaults[fault]
  return { en: `the time stamp ${stampFaults[fault].en}`, 'zh-CN': `该时间戳${stampFaults[fault]['zh-CN']}` }
}

const isOfCosignature = (fault: AttestationFault): fault is keyof typeof cosignatureFaults => fault in cosignatureFaults

/** What is refused of time stamps that are handed in, and what a witness refuses. Nothing a stranger typed is told in them. */
export const outsiderProblems = {
  attestation_refused: problem<{ size: number; fault: AttestationFault }>({
    status: 422,
    title: { en: 'No attestation of this checkpoint', 'zh-CN': '不是本检查点的证明' },
    says: {
      en: (d) => `What came for the checkpoint of ${d.size} entries is not kept: ${whyNot(d.fault).en}.`,
      'zh-CN': (d) => `所提交的内容未予留存（${d.size}条记录的检查点）：${whyNot(d.fault)['zh-CN']}。`,
    },
    next: same(
      'Have the text of the note stamped or cosigned, all above its empty line, and send the whole answer: a time stamp in base64 with the certificate of its signer in it, a cosignature as its line, under the name in that line.',
      '请对检查点空行之上的全部文本加盖时间戳或联署，并提交完整答复：时间戳用 base64 并附签名者证书，联署用其原行，并以该行所载名称提交。',
    ),
  }),
  attestation_taken: problem<{ size: number }>({
    status: 409,
    title: { en: 'That name has attested already', 'zh-CN': '该名称已有证明' },
    says: {
      en: (d) => `The checkpoint of ${d.size} entries already bears another time stamp under that name; it stays.`,
      'zh-CN': (d) => `${d.size}条记录的检查点在该名称下已有另一时间戳，予以保留。`,
    },
    next: same(
      'Hand yours in under another name, such as one with the day behind it. The verifier asks who signed, not what it is called.',
      '请以另一名称提交（例如在名称后加日期）。核验看签名者，不看名称。',
    ),
  }),
  witness_malformed: problem<{ got: string }>({
    status: 400,
    title: { en: 'No checkpoint to witness', 'zh-CN': '不是可见证的检查点' },
    says: {
      en: (d) => `What came is no request to a witness (C2SP tlog-witness): ${d.got}.`,
      'zh-CN': (d) => `收到的内容不是见证请求（C2SP tlog-witness）：${d.got}。`,
    },
    next: same(
      'Send the old size, the proof, an empty line and the checkpoint, each line with a line feed.',
      '请依次提交原规模、证明、空行和检查点，每行以换行符结束。',
    ),
  }),
  witness_untrusted: problem<{ origin: string }>({
    status: 403,
    title: { en: 'Not signed by the log', 'zh-CN': '未由该日志签名' },
    says: {
      en: (d) => `The checkpoint of ${d.origin} does not bear a true signature of the key this witness knows.`,
      'zh-CN': (d) => `${d.origin}的检查点没有本见证方所知密钥的真实签名。`,
    },
    next: same('Sign it with that key, or give the witness the new one.', '请用该密钥签名，或将新密钥告知见证方。'),
  }),
  witness_inconsistent: problem<{ origin: string; size: number }>({
    status: 422,
    title: { en: 'Not the continuation of what was witnessed', 'zh-CN': '与已见证内容不相承' },
    says: {
      en: (d) =>
        `It is not shown that the checkpoint of ${d.size} entries of ${d.origin} continues the one this witness cosigned last.`,
      'zh-CN': (d) => `未能证明${d.origin}含${d.size}条记录的检查点承接本见证方最近联署的检查点。`,
    },
    next: same(
      'Send the proof of RFC 6962 from that size. Where there is none, the log has shown two histories.',
      '请提交自该规模起的 RFC 6962 证明；若无法提供，则该日志曾出示两种历史。',
    ),
  }),
} as const
