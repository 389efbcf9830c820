import { expect, test } from 'vitest'
import { bodyOf } from './body.ts'
import type { Dialect } from './codes/dialect.ts'
import { hugoCodes } from './codes/hugo.ts'
import { liquid } from './codes/liquid.ts'
import { mdx } from './codes/mdx.ts'

const ADDRESSES: Record<string, string> = { '2021-03-04-a': '/a.html', 'b.md': '/b/' }

/** The HTML, with its line ends as they come, and the notes. */
function read(text: string, dialect: Dialect) {
  const page = {
    title: 'Title',
    siteTitle: 'Site',
    basePath: '/blog',
    addressOf: (name: string) => ADDRESSES[name],
    kept: new Set<string>(),
    opened: new Set<string>(),
  }
  const body = bodyOf({ text, isHtml: false }, dialect, page, (address) => address.replace(/^\.\//, '/here/'))
  return { html: body.html.trim(), notes: body.notes, footnotes: [...(body.footnotes ?? [])] }
}

const html = (text: string, dialect: Dialect) => read(text, dialect).html

test.each([
  ['a post', '[a]({% post_url 2021-03-04-a %})', '<p><a href="/a.html">a</a></p>'],
  ['a path', "[a]({{ '/x.pdf' | relative_url }})", '<p><a href="/blog/x.pdf">a</a></p>'],
  ['a path of variables', '[a]({{ site.url }}{{ site.baseurl }}/x)', '<p><a href="/blog/x">a</a></p>'],
  ['a title', 'On {{ page.title }} of {{- site.title -}}', '<p>On Title of Site</p>'],
  [
    'code',
    '{% highlight js linenos %}\na < b\n\n{{ c }}\n{% endhighlight %}',
    '<pre><code class="language-js">a &lt; b\n\n{{ c }}\n</code></pre>',
  ],
  ['raw text', 'a {% raw %}{{ b }}{% endraw %} c', '<p>a {{ b }} c</p>'],
  ['a comment', 'a{% comment %} no {% endcomment %} b', '<p>a b</p>'],
  [
    'codes in code',
    '`{{ x }}`\n\n```\n{% include y.html %}\n```',
    '<p><code>{{ x }}</code></p>\n<pre><code>{% include y.html %}\n</code></pre>',
  ],
  [
    'a figure',
    '{% include figure.html src="a.jpg" alt="A" caption="So *so* [x](y)" %}',
    '<figure><img src="a.jpg" alt="A"><figcaption>So so x</figcaption></figure>',
  ],
  [
    'a film',
    "{% include video id='abc' provider='youtube' %}",
    '<p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>',
  ],
  ['a picture of Nunjucks', '{% image "./a.jpg", "A" %}', '<figure><img src="/here/a.jpg" alt="A"></figure>'],
  [
    "Kramdown's attributes",
    '# Head {#x}\n\nText\n{: .lead}\n\n**b**{:.c}\n\n* TOC\n{:toc}',
    '<h1 id="x">Head</h1>\n<p>Text</p>\n<p><strong>b</strong></p>',
  ],
])('Liquid: %s', (_case, text, expected) => {
  expect(html(text, liquid)).toBe(expected)
})

test.each([
  ['a reference', '[a]({{< relref "b.md#x" >}})', '<p><a href="/b/#x">a</a></p>'],
  ['a reference of the old notation', '[a]({{% ref path="b.md" %}})', '<p><a href="/b/">a</a></p>'],
  [
    'a figure',
    '{{< figure src="a.jpg" alt="A" caption="C" attr="D" >}}',
    '<figure><img src="a.jpg" alt="A"><figcaption>C | D</figcaption></figure>',
  ],
  [
    'a film',
    '{{< youtube id="abc" autoplay="true" >}}',
    '<p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>',
  ],
  [
    'a post',
    '{{< x user="SanDiegoZoo" id="1453" >}}',
    '<p><a href="https://x.com/SanDiegoZoo/status/1453">https://x.com/SanDiegoZoo/status/1453</a></p>',
  ],
  [
    'code',
    '{{< highlight go "linenos=table" >}}\na\n\nb\n{{< /highlight >}}',
    '<pre><code class="language-go">a\n\nb\n</code></pre>',
  ],
  [
    'what encloses',
    '{{% notice tip %}}\nA **b**\n\n```\n{{ c }}\n```\n{{% /notice %}}',
    '<p>A <strong>b</strong></p>\n<pre><code>{{ c }}\n</code></pre>',
  ],
  [
    'what lies in one another',
    '{{< tabs >}}{{< tab "a" >}}A{{< /tab >}}{{< youtube x >}}{{< /tabs >}}',
    '<p>A</p>\n<p><a href="https://www.youtube.com/watch?v=x">https://www.youtube.com/watch?v=x</a></p>',
  ],
  [
    'what is written of',
    'Write `{{</* youtube x */>}}`',
    '<p>Write <code>{{&lt; youtube x &gt;}}</code></p>',
  ],
])('Hugo: %s', (_case, text, expected) => {
  expect(html(text, hugoCodes)).toBe(expected)
})

test.each([
  [
    'a picture',
    "import { Image } from 'astro:assets'\nimport a from './a.jpg'\n\n<Image src={a} alt=\"A\" />",
    '<figure><img src="/here/a.jpg" alt="A"></figure>',
  ],
  [
    'a picture by its fields',
    "import a from './a.jpg'\n\n<img src={a.src} alt=\"A\">\n<Picture src={a.src} alt={'A'} />",
    '<figure><img src="/here/a.jpg" alt="A"></figure>',
  ],
  ['what encloses', '<Note type="x">\nA **b**\n</Note>', '<p>A <strong>b</strong></p>'],
  ['a comment', 'a {/* no */}b', '<p>a b</p>'],
  [
    'code',
    '```js\nimport a from "b"\n<Map />\n```',
    '<pre><code class="language-js">import a from "b"\n&lt;Map /&gt;\n</code></pre>',
  ],
])('MDX: %s', (_case, text, expected) => {
  expect(html(text, mdx)).toContain(expected)
})

test.each([
  [liquid, '{% include ad.html id="1" %} {{ x | y }}', ['kept as text: {{ x | y }}, {% include ad.html %}']],
  [liquid, '{% note %}a{% endnote %}', ['gone, but for what they enclosed: {% note %}']],
  [hugoCodes, '{{< chart a="b" >}} {{< ref "gone.md" >}}', ['kept as text: {{< chart >}}, {{< ref >}}']],
  [
    mdx,
    '<Map place="x" /><Box>a</Box>',
    ['kept as text: <Map />', 'gone, but for what they enclosed: <Box>'],
  ],
])('what did not come through is told: %#', (dialect, text, notes) => {
  expect(read(text, dialect).notes).toEqual(notes)
})

test('what cannot be translated is shown as code', () => {
  expect(html('{{< chart data="a_b_c" >}}', hugoCodes)).toBe(
    '<p><code>{{&lt; chart data="a_b_c" &gt;}}</code></p>',
  )
})

test('footnotes', () => {
  const { html, footnotes } = read(
    'A[^1] b[^x], no[^y]. `[^1]`\n\n[^1]: One\n    **two**\n[^x]: Three\n\nEnd',
    liquid,
  )
  expect(html).toBe(
    '<p>A<sup data-fn="1"></sup> b<sup data-fn="x"></sup>, no[^y]. <code>[^1]</code></p>\n<p>End</p>',
  )
  expect(footnotes.map(([id, note]) => [id, note.html.trim()])).toEqual([
    ['1', '<p>One\n<strong>two</strong></p>'],
    ['x', '<p>Three</p>'],
  ])
})

test('a text of open codes takes time in proportion to it', { timeout: 20_000 }, () => {
  for (const [dialect, piece] of [
    [liquid, '{% note %}'],
    [liquid, '{{ "'],
    [hugoCodes, '{{< box >}}'],
    [hugoCodes, '{{< box "'],
    [mdx, '<Box a={'],
    [liquid, '`a '],
  ] as const)
    for (const times of [900, 5000]) read(piece.repeat(times), dialect)
})
