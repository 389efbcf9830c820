import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { pageOf } from '../../tests/support/dom.ts'
import { Speech, voiceFor } from './speech.ts'

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

/** A browser's speech that says nothing: what it was given, and how it reports. */
function device() {
  const spoken: { text: string; lang: string; onend: () => void; onerror: () => void }[] = []
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [],
    cancel: () => {},
    speak: (utterance: (typeof spoken)[number]) => spoken.push(utterance),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const states: string[] = []
  const document = pageOf('<article lang="en"><p id="a">One. Two.</p><p id="b" lang="id">Tiga.</p></article>')
  const speech = new Speech(document.querySelectorAll('article'), (state) => states.push(state))
  const marked = () => [...document.querySelectorAll('[data-spoken]')].map(({ id }) => id)
  return { spoken, states, speech, marked, texts: () => spoken.map(({ text }) => text) }
}

describe('an article that is read aloud', () => {
  test('is spoken sentence by sentence, each in its language, and marked', () => {
    const { speech, spoken, states, marked } = device()
    speech.play()
    expect(marked()).toEqual(['a'])
    spoken[0]?.onend()
    spoken[1]?.onend()
    expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([
      ['One.', 'en'],
      ['Two.', 'en'],
      ['Tiga.', 'id'],
    ])
    expect(marked()).toEqual(['b'])
    spoken[2]?.onend()
    expect([states, marked()]).toEqual([['speaking', 'stopped'], []])
  })

  test('goes on after a pause with the sentence that was interrupted', () => {
    const { speech, spoken, texts, states, marked } = device()
    speech.play()
    spoken[0]?.onend()
    speech.pause()
    expect(marked()).toEqual([])
    speech.play()
    expect(texts()).toEqual(['One.', 'Two.', 'Two.'])
    expect(states).toEqual(['speaking', 'paused', 'speaking'])
  })

  test('begins again after a stop', () => {
    const { speech, spoken, texts } = device()
    speech.play()
    spoken[0]?.onend()
    speech.stop()
    speech.play()
    expect(texts()).toEqual(['One.', 'Two.', 'One.'])
  })

  test('takes no report of a sentence that was cancelled', () => {
    const { speech, spoken, texts, states } = device()
    speech.play()
    speech.pause()
    spoken[0]?.onend()
    spoken[0]?.onerror()
    expect(texts()).toEqual(['One.'])
    expect(states).toEqual(['speaking', 'paused'])
  })

  test('says that it failed where the device does', () => {
    const { speech, spoken, states } = device()
    speech.play()
    spoken[0]?.onerror()
    expect(states).toEqual(['speaking', 'failed'])
  })
})
