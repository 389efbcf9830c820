import type { AstroIntegration } from 'astro'
import { openBridge } from '#build/bridge.ts'
import type { NewsroomFolder } from '#desk/folder.ts'
import type { Mistakes } from '#desk/mistakes.ts'
import { lineOf, type Problem } from '#desk/problem.ts'
import { readTexts } from '#desk/read-texts.ts'
import { mistakePage } from './mistake-page.ts'

/**
 * Has the development server answer, in place of a page that a mistake keeps back, with the mistakes: as a page, and in
 * Vite's overlay. An open page is loaded anew when its mistakes change; Astro does the same when they are mended.
 * @param locale of the outlet's chrome
 */
export function showMistakes(newsroom: NewsroomFolder, locale: string): AstroIntegration {
  let mistakes: Mistakes = { at: new Map(), everywhere: [], all: [] }
  let stop: (() => void) | undefined
  return {
    name: 'warta-mistakes',
    hooks: {
      'astro:server:setup': ({ server }) => {
        stop?.()
        const learn = (news: Mistakes) => {
          const isWorse =
            linesOf(news.everywhere) !== linesOf(mistakes.everywhere) ||
            [...news.at].some(([path, now]) => linesOf(now) !== linesOf(mistakes.at.get(path) ?? []))
          mistakes = news
          if (isWorse) server.ws.send({ type: 'full-reload', path: '*' })
        }
        stop = openBridge({ mistakes: learn })
        server.middlewares.use(async (request, response, next) => {
          try {
            const address = request.originalUrl ?? '/'
            const isPage = request.headers.accept?.includes('text/html') === true
            const here = mistakes.at.get(pathOf(address)) ?? (isPage ? mistakes.everywhere : [])
            if (here.length === 0) return next()
            const others = mistakes.all.filter((problem) => !here.includes(problem))
            const { texts } = await readTexts(newsroom)
            const outlet = { root: newsroom.root, locale, texts }
            const html = await mistakePage({ here, others }, outlet, server.config.base)
            response.writeHead(500, {
              'Content-Type': 'text/html; charset=utf-8',
              'Cache-Control': 'no-store',
            })
            response.end(await server.transformIndexHtml(address, html))
          } catch (error) {
            next(error)
          }
        })
      },
      'astro:server:done': () => stop?.(),
    },
  }
}

function linesOf(problems: readonly Problem[]): string {
  return problems.map(lineOf).join('\n')
}

/** Of an address, without its query and escapes, a slash at its end. */
function pathOf(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/(\/index\.html|\/)?$/, '/')
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
