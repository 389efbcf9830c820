/** The build defines it (`src/build/made-for.ts`). */
declare const __MADE_FOR__: 'readers' | 'preview' | 'desk'

/** Who sees the pages: the desk and a preview also show what is not published yet. */
export const audience = __MADE_FOR__
