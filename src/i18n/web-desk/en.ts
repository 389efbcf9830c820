import type { FieldText, WebDeskTexts } from './texts.ts'

const alias: FieldText = {
  label: 'Old addresses',
  hint: 'Paths that lead here.',
  inForm: 'One a line, such as /2024/old-title/.',
}
const alt: FieldText = {
  label: 'What the picture shows',
  hint: 'For readers who cannot see it.',
}
const src: FieldText = { label: 'Picture' }
const lang: FieldText = {
  label: 'Language',
  hint: 'Only where it is not the outlet’s usual one.',
}
const at: FieldText = { label: 'When', hint: 'By the clock of this device. Not before the publication.' }
const pictureFields: Record<string, FieldText> = {
  src,
  alt,
  caption: { label: 'Caption' },
  credit: { label: 'Whose picture it is' },
  focus: {
    label: 'What matters in it',
    hint: 'Where it is cropped, this stays: percent from the left and from the top.',
    fields: { x: { label: 'From the left, percent' }, y: { label: 'From the top, percent' } },
  },
}
const withdrawalFields: Record<string, FieldText> = { at, reason: { label: 'Reason', hint: 'Plain text.' } }

export const en = {
  title: '{name}: the desk',
  needsScripts: 'The desk needs scripts. Allow them for this page, or write your article as a file.',
  collections: {
    articles: {
      label: 'Articles',
      one: 'Article',
      fields: {
        title: { label: 'Headline' },
        description: { label: 'Standfirst', hint: 'One or two sentences under the headline.' },
        category: { label: 'Section' },
        authors: { label: 'Authors' },
        publishedAt: {
          label: 'Publication',
          hint: 'By the clock of this device. A later moment schedules the article: it is published by the first build after it.',
        },
        updatedAt: {
          label: 'Last change',
          hint: 'Readers see it. For a change that mends no mistake; mistakes go to the corrections.',
        },
        tags: { label: 'Tags', hint: 'One a line.' },
        image: {
          label: 'Lead picture',
          hint: 'Best 1,600 pixels wide or more.',
          fields: pictureFields,
        },
        lang,
        translationOf: {
          label: 'Translation of',
          hint: 'The article that this one is a translation of; both lead to each other.',
        },
        draft: {
          label: 'Draft',
          hint: 'Nobody but the newsroom sees a draft, whatever its date.',
          inForm: 'A new article is one until “No” is chosen.',
        },
        priority: { label: 'Place on the front page', hint: 'For some days only.' },
        aliases: alias,
        id: {
          label: 'Name for feed readers',
          hint: 'Only of an article that was published elsewhere before. Never change it.',
        },
        comments: { label: 'Comments', hint: 'Left open, readers may comment.' },
        ads: { label: 'Advertising', hint: 'Left open, there may be some beside the article.' },
        kind: { label: 'Kind', hint: 'A label beside the headline. Left open: news.' },
        contributors: {
          label: 'Contributors',
          hint: 'Who else had a part in it.',
          fields: {
            author: { label: 'One of the authors', hint: 'This or the name, not both.' },
            role: { label: 'Part' },
            name: { label: 'Name of somebody else' },
          },
        },
        series: {
          label: 'Part of a series',
          fields: {
            slug: { label: 'Series' },
            part: { label: 'Number of the part', hint: 'No two parts have the same.' },
          },
        },
        live: {
          label: 'Live coverage',
          hint: 'Makes the article one that entries are added to while something happens.',
          fields: {
            state: {
              label: 'State',
              hint: 'Nothing changes it but you: set it when it begins, and when it is over.',
            },
            from: { label: 'Begins' },
            until: { label: 'Ends', hint: 'No entry may be later.' },
          },
        },
        corrections: {
          label: 'Corrections',
          fields: {
            at,
            note: { label: 'Note', hint: 'What was wrong and what is right, in plain text.' },
          },
        },
        withdrawn: {
          label: 'Withdrawal',
          hint: 'Takes the whole article back: readers find the headline and the reason alone.',
          fields: withdrawalFields,
        },
      },
    },
    entries: {
      label: 'Live entries',
      one: 'Live entry',
      fields: {
        coverage: {
          label: 'Live coverage',
          hint: 'The name of its article’s file. Only where the entry does not lie beside that.',
        },
        at: { label: 'When', hint: 'Only where the name of the file does not say it.' },
        title: { label: 'Headline' },
        authors: { label: 'Authors', hint: 'Only where they are to stand beside this entry.' },
        key: { label: 'Key event', hint: 'Stands in the list of key events, and in lists of articles.' },
        pinned: { label: 'Pinned', hint: 'Stands above the others too; of several the newest.' },
        image: {
          label: 'Picture',
          fields: pictureFields,
        },
        updatedAt: { label: 'Last change', hint: 'Readers see it.' },
        draft: { label: 'Draft', hint: 'Nobody but the newsroom sees a draft.' },
        article: {
          label: 'Article that came of it',
          hint: 'The name of its file. The entry leads there once it is published.',
        },
        withdrawn: {
          label: 'Withdrawal',
          hint: 'Takes the entry back: readers find its place and the reason alone.',
          fields: withdrawalFields,
        },
      },
    },
    authors: {
      label: 'Authors',
      one: 'Author',
      fields: {
        name: { label: 'Name' },
        role: { label: 'Part in the newsroom', hint: 'Such as "Reporter, economy".' },
        bio: { label: 'About them' },
        photo: { label: 'Portrait', fields: { src, alt } },
        verified: {
          label: 'Verified',
          hint: 'A badge: the newsroom vouches for who this is.',
          inForm: 'Left open: no.',
        },
        links: {
          label: 'Links',
          fields: {
            label: { label: 'Words' },
            url: { label: 'Address', hint: 'https:// or mailto:' },
          },
        },
        languages: {
          label: 'In other languages',
          hint: 'For an outlet that publishes in several: these words stand in the place of those above.',
          fields: {
            locale: { label: 'Language' },
            role: { label: 'Part in the newsroom' },
            bio: { label: 'About them' },
          },
        },
        aliases: alias,
      },
    },
    categories: {
      label: 'Sections',
      one: 'Section',
      fields: {
        name: { label: 'Name' },
        description: { label: 'Description' },
        order: { label: 'Place', hint: 'Smallest first; those without one follow by name.' },
        colour: { label: 'Colour', hint: 'Dark enough to read on white.' },
        languages: {
          label: 'In other languages',
          hint: 'For an outlet that publishes in several: these words stand in the place of those above.',
          fields: {
            locale: { label: 'Language' },
            name: { label: 'Name' },
            description: { label: 'Description' },
          },
        },
        aliases: alias,
      },
    },
    series: {
      label: 'Series',
      one: 'Series',
      fields: {
        title: { label: 'Title' },
        description: { label: 'Description' },
        image: { label: 'Picture', fields: { src, alt } },
        languages: {
          label: 'In other languages',
          hint: 'For an outlet that publishes in several: these words stand in the place of those above.',
          fields: {
            locale: { label: 'Language' },
            title: { label: 'Title' },
            description: { label: 'Description' },
          },
        },
        aliases: alias,
      },
    },
    pages: {
      label: 'Pages',
      one: 'Page',
      fields: {
        title: { label: 'Title' },
        description: { label: 'Description', hint: 'For search engines.' },
        lang,
        translationOf: { label: 'Translation of', hint: 'The page that this one is a translation of.' },
        draft: {
          label: 'Draft',
          hint: 'Nobody but the newsroom sees a draft.',
          inForm: 'A new page is one until “No” is chosen.',
        },
        aliases: alias,
      },
    },
  },
  breaking: {
    label: 'Breaking news',
    fields: {
      text: { label: 'The line', hint: 'One sentence, as plain text.' },
      article: {
        label: 'Article',
        hint: 'The one that the line leads to: the name of its file, without its ending.',
      },
      href: { label: 'Or another address', hint: 'Only where it leads to no article.' },
      from: { label: 'From', hint: 'A new line has a new moment: whoever has closed the last one sees it.' },
      until: { label: 'Until', hint: 'From then on nobody sees it, even if the site is not built.' },
    },
  },
  articleFolders: 'Articles with a folder',
  entriesBeside: 'Live entries beside articles',
  body: { label: 'Text', hint: 'Headings start at the second level.' },
  blocks: {
    picture: 'Picture',
    gallery: 'Gallery',
    pictures: 'Pictures',
    src: 'Picture',
    alt: 'What the picture shows',
    caption: 'Caption',
    credit: 'Whose picture it is',
    pullQuote: 'Pull quote',
    words: 'Words',
    speaker: 'Who said them',
    table: 'Table',
    rows: 'One line a row, with bars between the cells',
  },
  slugHint:
    'The last part of the address. Small letters, digits and hyphens; it cannot be changed here later.',
  slugFault: 'Small letters, digits and single hyphens only.',
  yes: 'Yes',
  no: 'No',
  priorities: { lead: 'The lead', top: 'Among the top stories' },
  drafts: 'Drafts',
  byYear: 'Year',
} satisfies WebDeskTexts
