import { expect, test } from 'vitest'
import { voiceFor } from './speech.ts'

const voice = (lang: string, localService = true, isDefault = false) =>
  ({ lang, localService, default: isDefault, name: `${lang} ${localService}` }) as SpeechSynthesisVoice

test.each([
  ['en', [], undefined],
  ['en', [voice('id-ID'), voice('eng-GB')], undefined],
  ['id', [voice('en-GB'), voice('id_ID')], 'id_ID true'],
  ['en-GB', [voice('en-US'), voice('en-GB')], 'en-GB true'],
  ['en', [voice('en-US', false), voice('en-AU')], 'en-AU true'],
  ['en', [voice('en-US'), voice('en-AU', true, true)], 'en-AU true'],
  ['en-GB', [voice('en-US', false, true), voice('en-GB', false)], 'en-GB false'],
])('a voice for %s', (lang, voices, name) => {
  expect(voiceFor(lang, voices)?.name).toBe(name)
})
