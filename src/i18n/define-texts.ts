import type { en } from './en.ts'
import type { PluralForms } from './plural.ts'

/** Every text of the chrome, the comment server's page and the web desk, as English has them. */
export type AllTexts = typeof en

/** Some of them; those that are left out appear in English. */
export type Texts = Some<AllTexts>

type Some<T> = T extends string | PluralForms ? T : { [Key in keyof T]?: Some<T[Key]> }

/** Types the texts of a language while they are written, in `src/texts/ms.ts` for Malay; `news check` judges them. */
export function defineTexts(texts: Texts): Texts {
  return texts
}

/** The same for those who want each text to be there: one that is missing is a mistake to TypeScript. */
export function defineAllTexts(texts: AllTexts): Texts {
  return texts
}
