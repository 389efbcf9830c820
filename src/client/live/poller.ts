import { nextWait } from './schedule.ts'
import { fetchStatus, type Status } from './status.ts'

interface Asking {
  src: string
  /** Shows a state; it is asked for again where this rejects. */
  show: (status: Status) => Promise<void>
  /** Says whether the site answers. */
  tell: (isReached: boolean) => void
}

/** Failures in a row after which readers are told. */
const TOLD_AFTER = 2

/** Asks for the state of live coverage again and again, while somebody looks on and nobody has stopped it. */
export class Poller {
  readonly #asking: Asking
  #known: string | undefined
  #quiet = 0
  #failures = 0
  #timer = 0
  #isAsking = false
  #isRunning = false
  #isToldLost = false
  #asked = 0

  constructor(asking: Asking) {
    this.#asking = asking
  }

  start() {
    if (this.#isRunning) return
    this.#isRunning = true
    document.addEventListener('visibilitychange', this.#wake)
    addEventListener('online', this.#wake)
    this.#plan()
  }

  stop() {
    this.#isRunning = false
    clearTimeout(this.#timer)
    document.removeEventListener('visibilitychange', this.#wake)
    removeEventListener('online', this.#wake)
  }

  /** Once, whoever has stopped it. */
  ask = async () => {
    if (this.#isAsking) return
    this.#isAsking = true
    this.#asked = Date.now()
    clearTimeout(this.#timer)
    const { src, show, tell } = this.#asking
    try {
      const news = await fetchStatus(src, this.#known)
      if (news) await show(news.status)
      this.#quiet = news ? 0 : this.#quiet + 1
      this.#known = news?.text ?? this.#known
      this.#failures = 0
      if (this.#isToldLost) tell(true)
      this.#isToldLost = false
    } catch {
      this.#failures += 1
      if (this.#failures >= TOLD_AFTER && !this.#isToldLost) tell(false)
      this.#isToldLost ||= this.#failures >= TOLD_AFTER
    }
    this.#isAsking = false
    this.#plan()
  }

  #plan() {
    clearTimeout(this.#timer)
    if (!this.#isRunning || document.hidden) return
    const wait = this.#asked + nextWait(this.#quiet, this.#failures) - Date.now()
    this.#timer = window.setTimeout(this.ask, Math.max(0, wait))
  }

  /** Whoever comes back is told what is new at once, if it is time. */
  #wake = () => {
    if (navigator.onLine) this.#failures = 0
    this.#plan()
  }
}
