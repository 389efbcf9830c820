import type { Site } from '#domain/site.ts'
import { directionOf } from '#domain/language.ts'
import type { CommentStatus, Dictionary } from '#i18n/texts.ts'
import { html } from './html.ts'

const STATUSES: readonly CommentStatus[] = ['waiting', 'approved', 'spam']
const BUTTON =
  'border-ink hover:bg-ink hover:text-paper min-h-11 border px-4 text-sm font-semibold disabled:opacity-60'
const PLAIN_BUTTON =
  'text-accent min-h-11 text-sm font-semibold underline decoration-transparent underline-offset-2 hover:decoration-current disabled:opacity-60'
const MAIN_BUTTON = 'bg-ink text-paper min-h-11 px-5 text-sm font-semibold disabled:opacity-60'
const FIELD = 'border-ink bg-paper mt-1 block min-h-11 w-full border px-3 text-base font-normal'

/** The page's HTML; `script` and `style` are paths from it. What changes in it is its script's. */
export function page(
  site: Site,
  { pages, moderation: t }: Dictionary,
  { script, style }: { script: string; style: string },
): string {
  return html`<!doctype html>
    <html lang="${site.locale}" dir="${directionOf(site.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.title} - ${site.name}</title>
        <link rel="stylesheet" href="${style}" />
        <script type="module" src="${script}"></script>
      </head>
      <body data-outlet="${site.url}" data-time-zone="${site.timeZone}" data-texts="${JSON.stringify(t)}">
        <header class="border-b border-ink">
          <div class="page-width flex flex-wrap items-center gap-x-4 py-3 lg:py-5">
            <a href="${site.url}" class="font-serif text-masthead font-bold tracking-tight no-underline"
              >${site.name}</a
            >
            <p id="signed-in" hidden class="ms-auto flex flex-wrap items-center gap-x-4 text-sm">
              <bdi data-part="moderator" class="text-muted"></bdi>
              <button type="button" data-part="sign-out" class="${BUTTON}">${t.signOut}</button>
            </p>
          </div>
        </header>
        <main class="page-width flex-1 py-6 lg:py-8">
          <div class="mx-auto max-w-measure">
            <h1 tabindex="-1" class="font-serif text-title-lg font-bold">${t.title}</h1>
            <noscript><p class="mt-3">${t.needsScripts}</p></noscript>
            <p role="status" class="mt-3 text-sm font-semibold [&:empty]:hidden"></p>
            <form id="sign-in" hidden class="mt-6 grid gap-4 border-t-4 border-ink pt-3">
              <h2 class="font-serif text-title font-bold">${t.signInTitle}</h2>
              <label class="text-sm font-semibold">
                ${t.email}
                <input name="email" type="email" required autocomplete="username" class="${FIELD}" />
              </label>
              <label class="text-sm font-semibold">
                ${t.password}
                <input
                  name="password"
                  type="password"
                  required
                  autocomplete="current-password"
                  class="${FIELD}"
                />
              </label>
              <p><button type="submit" class="${MAIN_BUTTON}">${t.signIn}</button></p>
            </form>
            <section id="comments" hidden aria-label="${t.show}" class="mt-4">
              <div role="group" aria-label="${t.show}" class="flex flex-wrap gap-x-6 border-b border-ink">
                ${STATUSES.map(
                  (status) =>
                    html` <button
                      type="button"
                      data-status="${status}"
                      aria-pressed="false"
                      class="min-h-11 border-b-4 border-transparent pt-1 text-sm font-semibold aria-pressed:border-ink"
                    >
                      ${t.statuses[status]} <span data-part="count"></span>
                    </button>`,
                )}
              </div>
              <p data-part="empty" class="mt-4 text-sm text-muted [&:empty]:hidden"></p>
              <button type="button" data-part="retry" hidden class="${BUTTON} mt-4">${t.retry}</button>
              <ol data-part="list" class="divide-y divide-rule"></ol>
              <nav
                data-part="pages"
                hidden
                aria-label="${pages}"
                class="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-6"
              >
                <button type="button" data-part="newer" class="${BUTTON}">${t.newer}</button>
                <p data-part="page" class="text-sm text-muted"></p>
                <button type="button" data-part="older" class="${BUTTON} ms-auto">${t.older}</button>
              </nav>
            </section>
          </div>
        </main>
        <template id="comment">
          <li class="py-5">
            <article>
              <h2 class="flex flex-wrap items-baseline gap-x-2 text-sm">
                <bdi data-part="name" class="font-semibold wrap-anywhere"></bdi>
                <bdi data-part="email" class="text-2xs wrap-anywhere text-muted"></bdi>
              </h2>
              <p class="text-2xs text-muted"><bdi data-part="site" class="wrap-anywhere"></bdi></p>
              <p class="flex flex-wrap gap-x-2 text-2xs text-muted">
                <time data-part="time"></time>
                <span>${t.on} <span data-part="article" class="wrap-anywhere"></span></span>
                <span data-part="replies" hidden>${t.replies}</span>
              </p>
              <p
                data-part="text"
                dir="auto"
                class="mt-2 overflow-hidden font-serif text-base wrap-anywhere whitespace-pre-line"
              ></p>
              <p data-part="actions" class="mt-2 flex flex-wrap gap-x-4">
                <button type="button" data-action="approve" class="${BUTTON}">${t.approve}</button>
                <button type="button" data-action="spam" class="${BUTTON}">${t.markSpam}</button>
                <button type="button" data-action="reply" class="${PLAIN_BUTTON}">${t.reply}</button>
                <button type="button" data-action="edit" class="${PLAIN_BUTTON}">${t.edit}</button>
                <button type="button" data-action="delete" class="${PLAIN_BUTTON}">${t.delete}</button>
              </p>
            </article>
          </li>
        </template>
        <template id="writing">
          <form class="mt-3 grid gap-3">
            <label class="text-sm font-semibold">
              <span data-part="label"></span>
              <textarea name="text" rows="5" dir="auto" class="${FIELD} py-2"></textarea>
            </label>
            <p class="flex flex-wrap gap-3">
              <button type="submit" class="${MAIN_BUTTON}"></button>
              <button type="button" data-part="cancel" class="${BUTTON}">${t.cancel}</button>
            </p>
          </form>
        </template>
        <dialog
          aria-labelledby="delete-title"
          aria-describedby="delete-text"
          class="m-auto w-[min(30rem,calc(100%-2rem))] border border-ink bg-paper p-5 text-ink backdrop:bg-black/50"
        >
          <h2 id="delete-title" class="font-serif text-title font-bold">${t.deleteTitle}</h2>
          <p id="delete-text" class="mt-2 text-sm wrap-anywhere"></p>
          <p class="mt-4 flex flex-wrap gap-3">
            <button type="button" value="delete" class="${MAIN_BUTTON}">${t.delete}</button>
            <button type="button" value="" class="${BUTTON}">${t.cancel}</button>
          </p>
        </dialog>
      </body>
    </html> `.toString()
}
