import { sayLost } from '#client/lost-part.ts'

const thread = document.querySelector('comment-thread')

/** Loads the comments' code when their place comes near the viewport: until then they cost the reader nothing. */
if (thread) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      void import('./thread.ts').catch((error: unknown) => sayLost('comment-thread', error))
    },
    { rootMargin: '400px' },
  )
  observer.observe(thread)
}
