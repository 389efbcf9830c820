import { type SpokenSentence, sentencesOf } from './spoken-text.ts'

export type SpeechState = 'speaking' | 'paused' | 'stopped' | 'failed'

/** The best of this device's voices for a language: its own before one over the network, its region before another. */
export function voiceFor(
  lang: string,
  voices = speechSynthesis.getVoices(),
): SpeechSynthesisVoice | undefined {
  const wanted = lang.toLowerCase().replace('_', '-')
  const language = wanted.split('-')[0]
  const rank = (voice: SpeechSynthesisVoice) => {
    const tag = voice.lang.toLowerCase().replace('_', '-')
    if (tag.split('-')[0] !== language) return 0
    return 1 + Number(voice.default) + 2 * Number(tag === wanted) + 4 * Number(voice.localService)
  }
  const [best] = [...voices].sort((a, b) => rank(b) - rank(a))
  return best && rank(best) > 0 ? best : undefined
}

/**
 * Speaks parts of the page, sentence by sentence. After a pause it repeats the
 * interrupted sentence, as browsers on telephones cannot resume within one. The
 * element that is being spoken is marked with `data-spoken`.
 */
export class Speech {
  private readonly sentences: SpokenSentence[]
  private next = 0
  /** The number of the present run, as a cancelled sentence still reports its end. */
  private run = 0

  constructor(
    parts: Iterable<Element>,
    private readonly tell: (state: SpeechState) => void,
  ) {
    this.sentences = sentencesOf(parts)
  }

  play() {
    speechSynthesis.cancel()
    this.tell('speaking')
    this.run += 1
    this.speak(this.run)
  }

  pause() {
    this.halt('paused')
  }

  stop() {
    this.next = 0
    this.halt('stopped')
  }

  private halt(state: SpeechState) {
    this.run += 1
    speechSynthesis.cancel()
    this.mark(undefined)
    this.tell(state)
  }

  private speak(run: number) {
    const sentence = this.sentences[this.next]
    if (!sentence) {
      this.stop()
      return
    }
    this.mark(sentence.block)
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.lang = sentence.lang
    utterance.voice = voiceFor(sentence.lang) ?? null
    utterance.onend = () => {
      if (run !== this.run) return
      this.next += 1
      this.speak(run)
    }
    utterance.onerror = () => {
      if (run === this.run) this.halt('failed')
    }
    speechSynthesis.speak(utterance)
  }

  private mark(block: Element | undefined) {
    for (const { block } of this.sentences) block.removeAttribute('data-spoken')
    block?.setAttribute('data-spoken', '')
  }
}
