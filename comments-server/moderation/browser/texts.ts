import type { Dictionary } from '#i18n/texts.ts'

/** The texts of this page, as the server put them there. */
export const t = JSON.parse(document.body.dataset.texts ?? '{}') as Dictionary['moderation']
