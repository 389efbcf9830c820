import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { once } from 'node:events'

const ARTICLES = 2000
const CLIENTS = 400_000
/** Of one day, so that lines are as near to each other as a large outlet's. */
const START = Date.UTC(2025, 6, 5)
const DAY = 86_400
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const BROWSERS = Array.from({ length: 300 }, (_, i) => {
  const version = 100 + (i % 40)
  return [
    `Mozilla/5.0 (Linux; Android ${8 + (i % 7)}; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`,
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_${i % 6} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${i % 6} Mobile/15E148 Safari/604.1`,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
  ][i % 3] as string
})
const ROBOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'curl/8.5.0',
  '-',
]
const ASSETS = [
  '/_astro/page.Bx1.css',
  '/_astro/picture.webp',
  '/favicon.ico',
  '/_astro/lazy.js',
  '/rss.xml',
  '/',
]

/** The articles that the log's readers read. */
export const slugs = Array.from({ length: ARTICLES }, (_, i) => `story-number-${i}-of-the-day`)

/**
 * A day of a busy outlet in the combined format, the same bytes for the same
 * number of lines: two in five ask for an article, some articles far more than
 * others, a tenth come from robots, a few are broken. Written once.
 */
export async function accessLog(lines: number): Promise<string> {
  const file = `.cache/bench/access-${lines}.log`
  if (existsSync(file)) return file
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.part`
  const out = createWriteStream(unfinished, { highWaterMark: 1 << 22 })
  const random = randomNumbers(20_250_705)
  let text = ''
  for (let i = 0; i < lines; i++) {
    text += `${lineAt(Math.floor((i * DAY) / lines), random)}\n`
    if (text.length < 1 << 20) continue
    if (!out.write(text)) await once(out, 'drain')
    text = ''
  }
  out.end(text)
  await once(out, 'finish')
  await rename(unfinished, file)
  return file
}

function lineAt(second: number, random: () => number): string {
  if (random() < 0.0005) return '\\x16\\x03\\x01 broken'
  const client = Math.floor(random() * CLIENTS)
  const robot = random() < 0.1
  const agent = robot ? ROBOTS[client % ROBOTS.length] : BROWSERS[client % BROWSERS.length]
  const address = `${11 + (client >> 16)}.${(client >> 8) & 255}.${client & 255}.${client % 251}`
  const path =
    random() < 0.4
      ? `/politics/${slugs[Math.floor(ARTICLES * random() ** 3)]}/${random() < 0.1 ? '?utm_source=mail' : ''}`
      : ASSETS[Math.floor(random() * ASSETS.length)]
  const at = new Date(START + 1000 * second)
  const time = at.toISOString().slice(11, 19)
  const day = String(at.getUTCDate()).padStart(2, '0')
  const status = random() < 0.1 ? 304 : random() < 0.05 ? 404 : 200
  const size = 500 + Math.floor(random() * 50_000)
  return `${address} - - [${day}/${MONTHS[at.getUTCMonth()]}/2025:${time} +0000] "GET ${path} HTTP/2.0" ${status} ${size} "https://warta.example/" "${agent}"`
}

/** Park and Miller's minimal standard (1988): numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
