import { codePointsOf } from './unicode-range.ts'

/** What texts of any language hold: basic Latin, and the signs that are set beside it. */
const COMMON = [
  'U+20-7E',
  'U+A0',
  'U+A9',
  'U+AB',
  'U+AE',
  'U+B0',
  'U+B7',
  'U+BB',
  'U+D7',
  // The letter that English and Indonesian borrow most.
  'U+C9',
  'U+E9',
  'U+2000-203A',
  'U+20AC',
  'U+2122',
  'U+2191',
  'U+2193',
  'U+2212',
]

/** Letters and signs that languages in Latin letters have beyond these; the exemplar characters of the Unicode CLDR. */
const LETTERS: Record<string, string> = {
  af: 'áâéèêëîïôöúû',
  az: 'çəğıİöşü',
  bs: 'čćđšž',
  ca: 'àçéèíïóòúü',
  cs: 'áčďéěíňóřšťúůýž',
  cy: 'áàâäéèêëìîïóòôöùûẁŵẅỳŷ',
  da: 'åäæøé',
  de: 'äöüß',
  en: '£',
  es: 'áéíñóúü¡¿ªº',
  et: 'äõöšüž',
  eu: 'çñ',
  fi: 'äåöšž',
  fil: 'ñ',
  fr: 'àâæçéèêëîïôœùûüÿ',
  ga: 'áéíóú',
  gl: 'áéíñóúü¡¿',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  id: '',
  is: 'áæðéíóöþúý',
  it: 'àéèìíîóòùú',
  jv: 'âåéèêìò',
  lb: 'äéë',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  ms: '',
  mt: 'àċèġħìòùż',
  nb: 'àåæéóòôø',
  nl: 'áäéèëíïóöúü',
  nn: 'àåæéóòôø',
  no: 'àåæéóòôø',
  pl: 'ąćęłńóśźż',
  pt: 'àáâãçéêíóôõúªº',
  rm: 'àéèìòù',
  ro: 'ăâîșşțţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  so: '',
  sq: 'çë',
  sr: 'čćđšž',
  su: 'é',
  sv: 'àåäéö',
  sw: '',
  tet: 'áéíñóú',
  tl: 'ñ',
  tr: 'âçğıİîöşüû',
  uz: 'ʻʼ',
  vi: 'ăâđêôơư' + 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ₫',
}

/**
 * Code points that texts of these languages are written with, of a font of Latin letters: for all texts of theirs, not
 * for those at hand. Undefined where a language's letters are not known.
 * @param languages BCP 47
 */
export function alphabetOf(languages: readonly string[]): Set<number> | undefined {
  const points = codePointsOf(COMMON)
  for (const tag of languages) {
    const { language, script } = new Intl.Locale(tag).maximize()
    // Beside another script stand names and figures.
    const letters = script === 'Latn' ? LETTERS[language] : ''
    if (letters === undefined) return undefined
    for (const letter of letters + letters.toUpperCase()) points.add(letter.codePointAt(0) ?? 0)
  }
  return points
}
