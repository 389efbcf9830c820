import type { Page } from 'playwright-core'

interface Pretence {
  /** The sentence that never ends. */
  until?: string
  fails?: boolean
}

/** Gives a page voices in these languages: headless Chromium has none. They say everything at once, in silence. */
export async function pretendToSpeak(page: Page, languages: string[], pretence: Pretence = {}) {
  await page.addInitScript(
    ({ languages, until, fails }) => {
      const said: string[] = []
      const voices = languages.map((lang) => ({ lang, name: lang, localService: true, default: false }))
      const speak = (utterance: SpeechSynthesisUtterance) => {
        said.push(`${utterance.lang} ${utterance.text}`)
        if (utterance.text === until) return
        const type = fails ? 'onerror' : 'onend'
        setTimeout(() => utterance[type]?.(new Event('') as SpeechSynthesisErrorEvent), 1)
      }
      const synthesis = Object.assign(new EventTarget(), { getVoices: () => voices, cancel() {}, speak })
      class Utterance {
        lang = ''
        constructor(readonly text: string) {}
      }
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
      Object.assign(window, { said })
    },
    { languages, ...pretence },
  )
}

/** What has been spoken, `en Good morning.`, first to last. */
export function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { said: string[] }).said)
}
