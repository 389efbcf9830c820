import type { PluralForms } from '#i18n/plural.ts'

/** What a publisher says to its newsroom: on its page, by mail and by webhook. */
export interface PublisherTexts {
  /** `{name}` of the outlet */
  title: string
  reload: string
  /** `{moment}` */
  publicSince: string
  nothingPublic: string
  articles: PluralForms
  /** `{moment}` */
  underWay: string
  /** Heads of sections. */
  trouble: string
  refused: string
  comesNext: string
  drafts: string
  warnings: string
  attempts: string
  /** `{moment}` */
  troubleSince: string
  /** `{moment}`; the site is what it was before. */
  refusedAt: string
  moreProblems: PluralForms
  nothingNext: string
  what: { article: string; correction: string; withdrawal: string; entry: string; breaking: string }
  noAttempts: string
  outcomes: { published: string; refused: string; failed: string }
  /** Why something was published. */
  reasons: { start: string; files: string; commit: string; clock: string; readership: string; retry: string }
  /** Heads of the table of publications. */
  moment: string
  outcome: string
  reason: string
  /** `{seconds}` */
  seconds: string
  duration: string
  rendered: string
  commit: string
  /** `{title}`, `{author}` */
  commitBy: string
  steps: { start: string; content: string; render: string; verify: string; publish: string }
  /** In a mail or a message; `{what}` is a commit or the newsroom's folder. */
  report: {
    folder: string
    refused: string
    failed: string
    published: string
    asBefore: string
    isPublished: string
  }
}
