import { expect, test } from 'vitest'
import { discussionOf } from './discussion.ts'

const publishedAt = new Date('2025-07-01T00:00Z')
const later = (hours: number) => new Date(publishedAt.getTime() + hours * 3_600_000)

test.each([
  [true, 'none', undefined, 1, 'none'],
  [false, 'waline', undefined, 1, 'none'],
  [true, 'waline', undefined, 100_000, 'open'],
  [true, 'giscus', 2, 47, 'open'],
  [true, 'waline', 2, 48, 'closed'],
  [false, 'waline', 2, 48, 'none'],
  // An article that is still to come, as the desk sees it.
  [true, 'waline', 2, -5, 'open'],
] as const)(
  'comments: %s, %s, closing after %s days, %s hours later: %s',
  (comments, provider, closeAfterDays, hours, expected) => {
    expect(discussionOf({ comments, publishedAt }, { provider, closeAfterDays }, later(hours))).toBe(expected)
  },
)
