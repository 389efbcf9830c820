const WIDTH = 30
const PAUSE_MS = 100

/** A bar that fills on a terminal; silent where the output goes into a file. */
export class ProgressBar {
  private readonly stream: NodeJS.WriteStream
  private done = 0
  private shownAt = 0
  private total = 1
  private words = ''

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.stream = stream
  }

  start(words: string, total: number): void {
    this.words = words
    this.total = Math.max(1, total)
    this.done = 0
    this.shownAt = 0
  }

  /** `detail` stands behind the bar. */
  add(amount: number, detail = ''): void {
    this.done += amount
    const now = Date.now()
    if (!this.stream.isTTY || now - this.shownAt < PAUSE_MS) return
    this.shownAt = now
    const part = Math.min(1, this.done / this.total)
    const full = Math.round(part * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    this.stream.write(`\r\u001b[2K${this.words} ${bar} ${Math.floor(part * 100)} % ${detail}`)
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K')
  }
}
