/** Set by build/made-for.ts. */
declare const __MADE_FOR__: 'readers' | 'preview' | 'desk'

/** For whom the pages are made: the desk and a preview also see what is not published yet. */
export const madeFor = __MADE_FOR__
