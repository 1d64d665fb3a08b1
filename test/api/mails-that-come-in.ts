interface Report {
  readonly letter: string
  readonly action?: 'failed' | 'delayed' | 'delivered' | 'relayed'
  readonly status?: string
  readonly returns?: 'text/rfc822-headers' | 'message/rfc822'
}

/** A report about a letter of ours, as Postfix writes it. */
export const reportOf = ({
  letter,
  action = 'failed',
  status = '5.1.1',
  returns = 'text/rfc822-headers',
}: Report): Buffer =>
  mail([
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'To: office@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Message-ID: <report-${letter}@mx.example.org>`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B1"',
    '',
    '--B1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system. <wang@yueqing.example>: no such user',
    '',
    '--B1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; wang@yueqing.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <wang@yueqing.example>: Recipient address',
    '    rejected: User unknown',
    '',
    '--B1',
    `Content-Type: ${returns}`,
    '',
    'From: office@example.org',
    'To: wang@yueqing.example',
    `Message-ID: <${letter}@example.org>`,
    'Subject: a letter',
    '',
    ...(returns === 'message/rfc822' ? ['Dear Sir or Madam', ''] : []),
    '--B1--',
    '',
  ])

interface Answer {
  readonly letter: string
  readonly base: string
  readonly id?: string
  readonly head?: readonly string[]
}

/** What somebody writes back to a letter about a base. */
export const answerTo = ({ letter, base, id = 'answer', head = [] }: Answer): Buffer =>
  mail([
    'From: Clerk <clerk@yueqing.example>',
    `To: base+${base}.${letter.slice(0, 8)}@example.org`,
    'Subject: =?utf-8?B?562U5aSNIFJlOiBkcmFmdA==?=',
    `Message-ID: <${id}@yueqing.example>`,
    `In-Reply-To: <${letter}@example.org>`,
    `References: <base.${base}@example.org> <${letter}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...head,
    '',
    '同意草案。',
    '',
  ])

const mail = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8')
