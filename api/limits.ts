/** How many streams of changes one person may have open at once, and how many a process keeps open. */
export const [followersPerPerson, followersAtMost] = [6, 500] as const
/** How many entries somebody who comes back may have missed before they are told no more one by one. */
export const placesBehindAtMost = 10_000
/** The largest draft of a form that is kept: four times the largest form that is filled in. */
export const draftLimitBytes = 256 * 1024
/** The largest scan that is taken: a signed page or ten of them, in colour. */
export const scanLimitBytes = 10 * 1024 * 1024
/** The largest mail that is taken, with its files, which are not kept. */
export const mailLimitBytes = 25 * 1024 * 1024
/** The largest request to a witness that is read: a checkpoint may bear many signatures of five kilobytes. */
export const submissionLimitBytes = 128 * 1024
/** How many requests one address may send to the witness in a minute: a log has a checkpoint every few minutes. */
export const submissionsPerMinute = 120
/** How many requests about links one address may send in a minute, and how many the same link: an office has one address for many. */
export const [linkRequestsPerAddress, linkRequestsPerLink] = [120, 30] as const
/** How many steps of signing in one address may take in a minute: an office has one address for many. */
export const signInsPerAddress = 120
/** For how long somebody stays signed in at the most, and how long unseen, in minutes; and how long a sign-in may be on its way. */
export const [signInMinutes, signInMinutesUnseen, signInMinutesBegun] = [12 * 60, 2 * 60, 10] as const
/** For how many minutes after somebody was asked who he or she is acts of weight are taken; and as long a code by mail is good. */
export const proofMinutes = 10
/** How deep a JSON body may nest before it is refused unread. */
export const depthLimit = 64
/** How long a person waits for an answer to a command before being told where to ask for it. */
export const answerPatienceMs = 8_000
/** How long a connection to Temporal may take before a command is called unsent. */
export const connectPatienceMs = 2_000

/**
 * How many commands of one base, or of one programme, a process has in hand at once. They are taken one after another
 * anyway, at 25 ms each: the last of so many is answered within half a second. A base that is stuck holds so many
 * requests for eight seconds and no more, and all others go on.
 */
export const inHandLimit = 24

/** How long an answer about readiness is given again, so that nobody who asks often asks the servers behind often. */
export const readyForMs = 1_000

/** How long a sender may take, in milliseconds. A socket that drips is closed; so many open ones cannot hold the server. */
export const patience = {
  /** The head of a request is a few hundred bytes. */
  headersMs: 15_000,
  /** A whole request: a scan of ten megabytes over a line of one megabit takes 80 seconds. */
  requestMs: 120_000,
  /** Silence on a connection, also while an answer is made: the longest one, an evidence file, takes about a minute. */
  silenceMs: 300_000,
  /** How often the above are looked at. */
  lookMs: 5_000,
} as const
export type Patience = Readonly<Record<keyof typeof patience, number>>

/** A paper that is handed in to be verified: ours are a few hundred kilobytes, and a wrong file is told by the first of them. */
export const verifiedBytesAtMost = 50_000_000
