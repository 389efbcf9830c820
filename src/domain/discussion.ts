import type { CommentSettings } from './comment-settings.ts'

/** Whether readers may comment on an article, could once, or never. */
export type Discussion = 'none' | 'open' | 'closed'

const DAY_MS = 86_400_000

/** How it stands with an article's comments at a moment. */
export function discussionOf(
  { comments, publishedAt }: { comments: boolean; publishedAt: Date },
  { provider, closeAfterDays }: Pick<CommentSettings, 'provider' | 'closeAfterDays'>,
  at: Date,
): Discussion {
  if (!comments || provider === 'none') return 'none'
  if (closeAfterDays === undefined) return 'open'
  return at.getTime() - publishedAt.getTime() < closeAfterDays * DAY_MS ? 'open' : 'closed'
}
