import { expect, test } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { plainText } from './plain-text.ts'

test.each([
  ['words', 'One &amp; two', 'One & two'],
  ['paragraphs', '<p>One</p><p>two</p>', 'One\n\ntwo'],
  ['lines', 'One<br>two', 'One\ntwo'],
  ['a list', '<ul><li>a</li><li>b</li></ul>c', 'a\n\nb\n\nc'],
  ['blocks in blocks', '<blockquote><p>a</p></blockquote><p>b</p>', 'a\n\nb'],
  ['what runs or is styled', 'a<script>b</script><style>c</style><template>d</template>', 'a'],
  ['nothing', '', ''],
])('of %s', (_, html, text) => {
  pageOf('')
  expect(plainText(html)).toBe(text)
})
