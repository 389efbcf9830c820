import { expect, onTestFinished, test, vi } from 'vitest'
import { answersOf, pageOf } from '../../tests/support/dom.ts'
import { fillFromFragment } from './fragment.ts'

function place() {
  const document = pageOf('<div>before</div>')
  vi.stubGlobal('location', { origin: 'https://warta.example' })
  Object.defineProperty(document, 'baseURI', { value: 'https://warta.example/city/' })
  onTestFinished(() => void vi.unstubAllGlobals())
  return document.querySelector('div') as HTMLElement
}

test('a fragment of this site takes the place of what was there', async () => {
  const element = place()
  const requests = answersOf(new Response('<p>Latest</p>'))
  await fillFromFragment(element, '/fragments/ticker/')
  expect(element.innerHTML).toBe('<p>Latest</p>')
  expect(requests).toEqual([['https://warta.example/fragments/ticker/', { mode: 'same-origin' }]])
})

test.each([
  ['of another site', 'https://evil.example/x', new Response('<p>x</p>'), 'is not of this site'],
  ['of another site without a scheme', '//evil.example/x', new Response('<p>x</p>'), 'is not of this site'],
  ['that is not there', '/fragments/x/', new Response('', { status: 404 }), 'answers 404'],
  ['of a server that is not there', '/fragments/x/', new TypeError('fetch failed'), 'fetch failed'],
])('one %s changes nothing', async (_, path, answer, message) => {
  const element = place()
  answersOf(answer)
  await expect(fillFromFragment(element, path)).rejects.toThrow(message)
  expect(element.innerHTML).toBe('before')
})
