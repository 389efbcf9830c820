import { lineOf } from '#desk/problem.ts'
import { fill } from '#i18n/dictionary.ts'
import type { PublisherTexts } from '#i18n/publisher/texts.ts'
import { hostedRepository } from '#publisher/git/repository-address.ts'
import { named } from '#publisher/git/git-source.ts'
import type { Log } from '#publisher/log.ts'
import type { PublisherSettings } from '#publisher/settings.ts'
import type { Attempt } from '#publisher/status.ts'
import { type CommitStatus, statusRequest } from './commit-status.ts'
import { sendMail } from './mail.ts'
import { postJson } from './post.ts'

type TellSettings = Pick<PublisherSettings, 'repository' | 'pageUrl' | 'forge' | 'mail' | 'secrets'>

interface Report {
  subject: string
  text: string
}

/** How many problems stand in a message. */
const MOST = 20
/** Of how many commits it is known what was said beside them. */
const REMEMBERED = 100

/** Tells a newsroom, where it has named a way, what came of its changes: beside the commit, by a webhook and by mail. */
export class NewsroomTeller {
  readonly #settings: TellSettings
  readonly #log: Log
  readonly #texts: () => Promise<PublisherTexts['report']>
  /** What was told last, so that the same is not told again, and that a mended newsroom is. */
  #last: string | undefined
  /** By their commits. */
  readonly #statuses = new Map<string, string>()
  #work: Promise<unknown> = Promise.resolve()

  /** @param texts in the outlet's language, as it is now */
  constructor(settings: TellSettings, log: Log, texts: () => Promise<PublisherTexts['report']>) {
    this.#settings = settings
    this.#texts = texts
    this.#log = log
  }

  /**
   * Does not wait until it is told, nor reject.
   * @param isMended whether nothing is left that was refused before
   */
  tell(attempt: Attempt, isMended: boolean): void {
    const { commit, outcome } = attempt
    if (commit) this.#tellStatus(statusOf(attempt, commit.id))
    const { problems = [], message } = attempt
    const news = outcome === 'published' ? undefined : JSON.stringify([commit?.id, message, problems])
    // An older commit, published by the clock while the newest is refused, mends nothing.
    if (news === this.#last || (news === undefined && !isMended)) return
    this.#last = news
    const { mail, secrets } = this.#settings
    const { notifyUrl } = secrets
    if (notifyUrl)
      this.#do('PUBLISHER_NOTIFY_URL', async () => {
        const { subject, text } = await this.#report(attempt)
        const { seconds } = attempt
        const data = { outcome, seconds, commit, problems: problems.slice(0, MOST) }
        await postJson(notifyUrl, { text: `${subject}\n${text}`, ...data })
      })
    if (mail) this.#do('The mail', async () => sendMail(mail, await this.#report(attempt)))
  }

  /** Of what is known beside a commit nothing is said again: servers of git take so many statuses of a commit, and no more. */
  #tellStatus(status: CommitStatus): void {
    const { commit, state, description } = status
    const said = state === 'success' ? state : `${state} ${description}`
    if (this.#statuses.get(commit) === said) return
    this.#statuses.delete(commit)
    this.#statuses.set(commit, said)
    const [oldest] = this.#statuses.keys()
    if (this.#statuses.size > REMEMBERED && oldest !== undefined) this.#statuses.delete(oldest)
    this.#do('The commit’s status', () => this.#status(status))
  }

  async #report(attempt: Attempt): Promise<Report> {
    const { pageUrl } = this.#settings
    const { subject, text } = reportOf(attempt, await this.#texts())
    return { subject, text: pageUrl ? `${text}\n\n${pageUrl}` : text }
  }

  /** Resolves when all is told, or was given up. */
  async settled(): Promise<void> {
    await this.#work
  }

  async #status(status: CommitStatus): Promise<void> {
    const { repository, secrets, forge, pageUrl } = this.#settings
    const hosted = repository && hostedRepository(repository.url)
    if (!hosted || secrets.forge === undefined) return
    const withLink = { ...status, targetUrl: pageUrl }
    const { url, headers, body } = statusRequest(hosted, withLink, { token: secrets.forge, kind: forge })
    await postJson(url, body, headers)
  }

  /** One after the other, as statuses of a commit that overtake each other would say the wrong thing. */
  #do(what: string, work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: Error) => {
      this.#log({ level: 'warning', message: `${what} was not taken: ${error.message}` })
    })
  }
}

function statusOf({ outcome, seconds, problems = [], message = '' }: Attempt, commit: string): CommitStatus {
  if (outcome === 'published')
    return { commit, state: 'success', description: `Published in ${seconds.toFixed(1)} s` }
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return {
    commit,
    state: outcome === 'refused' ? 'failure' : 'error',
    description: first ? `Not published: ${lineOf(first)}${more}` : `Not published: ${message}`,
  }
}

function reportOf(
  { outcome, commit, problems = [], message = '' }: Attempt,
  t: PublisherTexts['report'],
): Report {
  const what = commit ? named(commit) : t.folder
  if (outcome === 'published') return { subject: t.published, text: fill(t.isPublished, { what }) }
  const lines = problems.length > 0 ? problems.slice(0, MOST).map(lineOf) : [message]
  if (problems.length > MOST) lines.push('…')
  return { subject: t[outcome], text: [fill(t.asBefore, { what }), '', ...lines].join('\n') }
}
