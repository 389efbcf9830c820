import { expect, test } from 'vitest'
import { webDeskSettings } from '#domain/web-desk-settings.ts'
import { backendFor, contentPolicy } from './backend.ts'

const settings = (input: object) => webDeskSettings.parse({ repo: 'warta/news', ...input })
const directive = (name: string, policy: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.split(' ')
    .slice(1)

test.each([
  [{ backend: 'github' }, { auth_methods: ['token'] }],
  [
    { backend: 'github', baseUrl: 'https://sign-in.warta.example' },
    { base_url: 'https://sign-in.warta.example' },
  ],
  [{ backend: 'gitlab' }, { auth_methods: ['token'] }],
  [
    { backend: 'gitlab', appId: '7f' },
    { app_id: '7f', auth_type: 'pkce' },
  ],
  [
    { backend: 'gitea', appId: '7f', baseUrl: 'https://git.example', apiRoot: 'https://git.example/api/v1' },
    { app_id: '7f', base_url: 'https://git.example', api_root: 'https://git.example/api/v1' },
  ],
])('%j signs authors in by %j', (input, signIn) => {
  expect(backendFor(settings(input))).toEqual({
    name: input.backend,
    repo: 'warta/news',
    branch: 'main',
    ...signIn,
  })
})

const OWN = ["'self'", 'blob:', 'data:']

test.each([
  [{ backend: 'github' }, ['https://api.github.com'], ['https://avatars.githubusercontent.com']],
  [
    { backend: 'github', baseUrl: 'https://sign-in.warta.example' },
    ['https://api.github.com'],
    ['https://avatars.githubusercontent.com'],
  ],
  [
    { backend: 'github', apiRoot: 'https://git.warta.example/api/v3' },
    ['https://git.warta.example'],
    ['https://git.warta.example'],
  ],
  [{ backend: 'gitlab' }, ['https://gitlab.com'], ['https://gitlab.com']],
  [{ backend: 'gitea' }, ['https://gitea.com'], ['https://gitea.com']],
  [
    { backend: 'gitea', apiRoot: 'https://git.example/api/v1', baseUrl: 'https://git.example/' },
    ['https://git.example'],
    ['https://git.example'],
  ],
  [
    { backend: 'gitlab', apiRoot: 'https://api.git.example/v4', baseUrl: 'https://git.example' },
    ['https://api.git.example', 'https://git.example'],
    ['https://api.git.example', 'https://git.example'],
  ],
])('the page of %j may ask %j, and show pictures of %j', (input, asked, shown) => {
  const policy = contentPolicy(settings(input))
  expect(directive('connect-src', policy)).toEqual([...OWN, ...asked])
  expect(directive('img-src', policy)).toEqual([...OWN, ...shown])
})

test('the page runs its own scripts alone, and nothing that is not named', () => {
  const policy = contentPolicy(settings({ backend: 'github' }))
  expect(directive('default-src', policy)).toEqual(["'none'"])
  expect(directive('script-src', policy)).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(policy).not.toMatch(/\*|https:(?!\/)|unsafe-eval(?<!wasm-unsafe-eval)/)
})
