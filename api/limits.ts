/** The largest body that is read. A file of 22 nominations takes about an eighth of it. */
export const bodyLimitBytes = 1024 * 1024
/** The largest scan that is taken: a signed page or ten of them, in colour. */
export const scanLimitBytes = 10 * 1024 * 1024
/** How deep a JSON body may nest before it is refused unread. */
export const depthLimit = 64
/** How long a person waits for an answer to a command before being told where to ask for it. */
export const answerPatienceMs = 8_000
/** How long a connection to Temporal may take before a command is called unsent. */
export const connectPatienceMs = 2_000
