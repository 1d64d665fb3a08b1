import type { Locale } from '../domain/locale.js'

type Sentence = Readonly<Record<Locale, string>>

/** Why something is no true time stamp of a checkpoint, by a code and in words that follow "the time stamp". */
export interface StampFault {
  readonly code: StampFaultCode
  readonly says: Sentence
}

/** Each way in which a time stamp is not what it should be, once, in words that follow "the time stamp". */
export const stampFaults = {
  too_large: { en: 'is larger than any time stamp is', 'zh-CN': '大于任何时间戳应有的大小' },
  unreadable: { en: 'cannot be read as one (RFC 3161, DER)', 'zh-CN': '无法按 RFC 3161（DER）读取' },
  not_granted: { en: 'was not granted by its authority', 'zh-CN': '未获签发机构准予' },
  other_content: { en: 'is a signature over something else than a time', 'zh-CN': '所签内容不是时间' },
  other_hash: { en: 'is over a hash that is not SHA-256', 'zh-CN': '所用哈希不是 SHA-256' },
  other_checkpoint: { en: 'is over other bytes than the text of this checkpoint', 'zh-CN': '所盖并非本检查点的文本' },
  several_signers: { en: 'has not exactly one signer', 'zh-CN': '签名者不是恰好一个' },
  no_certificate: {
    en: 'does not hold the certificate of its signer',
    'zh-CN': '未附签名者证书',
  },
  other_certificate: { en: 'was signed for another certificate than the one in it', 'zh-CN': '所签证书与所附证书不同' },
  changed: {
    en: 'was changed after it was signed: its content is not what the signature covers',
    'zh-CN': '签名后被更改：内容与签名所涵盖的不符',
  },
  unknown_algorithm: {
    en: 'is signed in a way this program does not know',
    'zh-CN': '所用签名算法本程序不认识',
  },
  false_signature: { en: 'bears a signature that is not that of its certificate', 'zh-CN': '签名与其证书不符' },
  no_usage: {
    en: 'is signed with a certificate that is not for time stamps alone (critical extended key usage timeStamping)',
    'zh-CN': '签名证书并非专用于时间戳（关键扩展密钥用途 timeStamping）',
  },
  expired: {
    en: 'says a time at which its certificate, or one above it, was not valid',
    'zh-CN': '所称时间不在其证书或上级证书的有效期内',
  },
  before: {
    en: 'says a time more than five minutes before the checkpoint was signed',
    'zh-CN': '所称时间早于检查点签署时间五分钟以上',
  },
} as const satisfies Readonly<Record<string, Sentence>>

export type StampFaultCode = keyof typeof stampFaults

/** The fault of that code, with its words. */
export const stampFault = (code: StampFaultCode): { readonly fault: StampFault } => ({
  fault: { code, says: stampFaults[code] },
})
