/** A text to be shown, with no private key in it: what was typed by mistake must not go on into logs and screenshots. */
export const withoutPrivateKeys = (text: string): string =>
  text.replace(/PRIVATE\+KEY\S*/gi, 'PRIVATE+KEY+…').replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*/g, 'PRIVATE KEY …')
