import type { OutletTexts } from './dictionary.ts'

/** The outlet's own texts. In a build `src/build/outlet-texts.ts` puts those of the newsroom that is built in this module's place. */
export const outletTexts: OutletTexts = {}
