/** The build defines it (`src/build/warta.ts`). */
declare const __AUDIENCE__: 'readers' | 'preview' | 'desk'

/** Who sees the pages: the desk and a preview also show what is not published yet. */
export const audience = __AUDIENCE__
