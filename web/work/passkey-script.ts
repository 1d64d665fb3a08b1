/**
 * Shows the buttons that ask for a passkey where the browser has them, and asks when one is pressed: for an act, before its form is sent just
 * as it stands; for a new key, before that is kept. The server says what is asked, and looks at what comes (0073).
 */
export const passkeyScript = `
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }))
  const send = async (path, body, mark) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        'x-csrf-token': mark,
      },
      body: JSON.stringify(body),
    })
    const said = await answer.json()
    if (!answer.ok) throw { said: [said.detail, said.next].join(' ') }
    return said
  }
  const said = ({ id, rawId, type }, response) => ({ id, rawId: text(rawId), type, response })
  const prove = async (form, button, fields) => {
    const { options } = await send(button.dataset.passkey, {
      path: new URL(form.action).pathname,
      form: new URLSearchParams(fields).toString(),
    }, fields.get('mark'))
    const asked = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) }
    const made = await navigator.credentials.get({ publicKey: asked })
    const { clientDataJSON, authenticatorData, signature } = made.response
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = 'passkey'
    input.value = JSON.stringify(said(made, {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
    }))
    form.append(input)
    form.dataset.proven = 'yes'
    form.requestSubmit(button)
  }
  const make = async (form, button, fields) => {
    const mark = fields.get('mark')
    const { options } = await send(button.dataset.passkey, {}, mark)
    const asked = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    }
    const made = await navigator.credentials.create({ publicKey: asked })
    const { clientDataJSON, attestationObject } = made.response
    await send('/passkeys', {
      name: fields.get('name'),
      credential: said(made, {
        clientDataJSON: text(clientDataJSON),
        attestationObject: text(attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      }),
    }, mark)
    location.assign('/passkeys?told=made')
  }
  for (const button of document.querySelectorAll('[data-passkey]')) button.hidden = false
  document.addEventListener('submit', (event) => {
    const [form, button] = [event.target, event.submitter]
    if (!button || !button.dataset.passkey || form.dataset.proven) return
    event.preventDefault()
    const does = button.dataset.makes ? make : prove
    does(form, button, new FormData(form, button)).catch((error) => {
      const note = form.querySelector('[data-passkey-said]')
      note.textContent = error.said || note.dataset.passkeySaid
      note.hidden = false
    })
  })
})()
`
