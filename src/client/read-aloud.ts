import { say } from './said-line.ts'
import type { Speech, SpeechState } from './speech.ts'

/**
 * Reads the article aloud, the elements marked `data-aloud`, by the browser's
 * own speech. Hidden until the device has a voice for the article's language;
 * what speaks is loaded when it is asked for.
 */
class ReadAloud extends HTMLElement {
  private reading: Speech | undefined
  private state: SpeechState = 'stopped'

  connectedCallback() {
    if (!('speechSynthesis' in window)) return
    const offer = () => {
      const language = this.dataset.lang?.split('-')[0]
      const isVoice = ({ lang }: SpeechSynthesisVoice) => lang.toLowerCase().split(/[-_]/)[0] === language
      if (this.state === 'stopped') this.hidden = !speechSynthesis.getVoices().some(isVoice)
    }
    offer()
    // Voices come late, and in some browsers only after they have been asked for.
    speechSynthesis.addEventListener('voiceschanged', offer)
    this.button('play').addEventListener('click', () => void this.toggle())
    this.button('stop').addEventListener('click', () => {
      this.reading?.stop()
      this.button('play').focus()
    })
    // Speech outlives its page otherwise.
    addEventListener('pagehide', () => this.reading?.stop())
  }

  private async toggle() {
    if (this.state === 'speaking') {
      this.reading?.pause()
      return
    }
    try {
      const { Speech } = await import('./speech.ts')
      this.reading ??= new Speech(document.querySelectorAll('[data-aloud]'), (state) => this.show(state))
      this.reading.play()
    } catch (error) {
      console.error(error)
      this.show('failed')
    }
  }

  private show(state: SpeechState) {
    this.state = state
    this.dataset.state = state
    this.button('stop').hidden = state !== 'speaking' && state !== 'paused'
    const { play = '', pause = '', resume = '' } = this.dataset
    const label = state === 'speaking' ? pause : state === 'paused' ? resume : play
    this.button('play').setAttribute('aria-label', label)
    const shown = this.button('play').querySelector('span')
    if (shown) shown.textContent = label
    say(this.closest('[data-tools]'), state === 'failed' ? 'unspoken' : undefined)
  }

  private button(name: string): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(`[data-${name}]`)
    if (!button) throw new Error(`read-aloud lacks its button to ${name}`)
    return button
  }
}

customElements.define('read-aloud', ReadAloud)
