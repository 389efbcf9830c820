import { trustedTypesPolicy } from '#client/trusted-types.ts'

const SCRIPT = 'https://giscus.app/client.js'
const policy = trustedTypesPolicy('giscus', { createScriptURL: (url) => url })

/** Loads giscus, as the element's `data-*` names it, when the reader presses the button: nobody is contacted before. */
class GiscusThread extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const status = this.querySelector('[role="status"]')
    button?.addEventListener('click', () => {
      const script = document.createElement('script')
      script.src = policy.createScriptURL(SCRIPT)
      script.async = true
      script.crossOrigin = 'anonymous'
      for (const [name, value] of Object.entries(this.dataset)) script.dataset[name] = value ?? ''
      script.dataset.theme = document.documentElement.dataset.theme ?? 'preferred_color_scheme'
      script.addEventListener('load', () => button.remove())
      script.addEventListener('error', () => {
        script.remove()
        button.disabled = false
        if (status) status.textContent = status.getAttribute('data-unavailable')
      })
      button.disabled = true
      if (status) status.textContent = ''
      // Giscus puts its frame where its script stands.
      this.append(script)
    })
  }
}

customElements.define('giscus-thread', GiscusThread)
