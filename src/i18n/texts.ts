import type { Kind, Contributor } from '#domain/article.ts'
import type { ChannelKind } from '#domain/channels.ts'
import type { LiveState } from '#domain/live/live.ts'
import type { Unpublished } from '#domain/publication.ts'
import type { PluralForms } from './plural.ts'
import type { PublisherTexts } from './publisher/texts.ts'
import type { WebDeskTexts } from './web-desk/texts.ts'

export type CommentStatus = 'waiting' | 'approved' | 'spam'

interface Live {
  /** A word that stands beside a headline. */
  states: Record<LiveState, string>
  /** `{moment}` */
  begins: string
  /** Heading of the entry that stands above the others. */
  pinned: string
  keyEvents: string
  /** Heading of the entries. */
  updates: string
  none: string
  /** Stands on a page of older entries, and leads to the newest. */
  seeNewest: string
  /** `{title}` of the article, `{page}` */
  olderTitle: string
  linkToUpdate: string
  withdrawn: string
  /** `{moment}` */
  changed: string
  /** `{title}` of the article that came of an entry */
  readArticle: string
  /** Of entries that wait above what the reader looks at. */
  waiting: PluralForms
  pause: string
  /** The button of readers who save data. */
  load: string
  /** Said while the site cannot be reached. */
  unreachable: string
  /** Stands before a link from an article that came of an entry. */
  from: string
  /** Said when the coverage has ended while the reader looked on. */
  over: string
}

interface Moderation {
  title: string
  needsScripts: string
  signInTitle: string
  email: string
  password: string
  signIn: string
  signOut: string
  /** `{name}` */
  signedInAs: string
  wrongPassword: string
  /** `{minutes}` until the next try is taken */
  tooManyTries: string
  signInAgain: string
  loading: string
  unreachable: string
  /** `{reason}`, as the server gives it */
  failed: string
  retry: string
  /** Names the choice between the three. */
  show: string
  statuses: Record<CommentStatus, string>
  empty: Record<CommentStatus, string>
  /** Before the address of an article. */
  on: string
  replies: string
  approve: string
  markSpam: string
  delete: string
  reply: string
  edit: string
  save: string
  sendReply: string
  cancel: string
  replyText: string
  editText: string
  textNeeded: string
  /** `{name}`: said when it is done */
  done: Record<'approved' | 'spam' | 'deleted' | 'replied' | 'edited', string>
  deleteTitle: string
  /** `{name}` */
  deleteText: string
  newer: string
  older: string
  /** `{page}` of `{pages}` */
  pageOf: string
}

/** Every text of the chrome. `{x}` in a text stands for a value; `fill` puts it in. */
export interface Dictionary {
  /** First in the tab order of every page. */
  skipToContent: string
  /** Names the links to the outlet in other languages. */
  languages: string
  menu: string
  mainNavigation: string
  sections: string
  footerNavigation: string
  breadcrumbs: string
  home: string
  search: string
  /** Also the placeholder of the search field. */
  searchLabel: string
  searchSubmit: string
  theme: string
  themeLight: string
  themeDark: string
  themeSystem: string
  /** Before a line of breaking news. */
  breaking: string
  breakingClose: string
  /** Of the page on which that line can be followed. */
  breakingTitle: string
  breakingIntro: string
  breakingNone: string
  ticker: string
  tickerPause: string
  tickerNext: string
  topStories: string
  latest: string
  trending: string
  /** `{category}` */
  trendingIn: string
  latestIn: string
  /** Link that stands where a list is fetched later. */
  seeLatestIn: string
  mostRead: string
  mostReadDescription: string
  mostReadOf: Record<'day' | 'week' | 'month', string>
  /** `{moment}` */
  mostReadUntil: string
  mostReadTooLittle: string
  /** `{section}`: link at a section's foot. */
  moreFrom: string
  by: string
  verified: string
  updated: string
  /** `{moment}`: links to the note at the article's foot */
  correctedOn: string
  /** Above the notes. */
  corrections: string
  correctionsIntro: string
  correctionsNone: string
  /** `{title}`: a correction as a feed lists it */
  correctionOf: string
  /** Label of a notice that stands in an article's place. */
  withdrawn: string
  /** `{moment}` */
  withdrawnOn: string
  withdrawnPublished: string
  series: string
  /** `{place}` of `{count}` parts that are published */
  seriesPart: string
  /** Unfolds the list of them. */
  seriesParts: string
  partCount: PluralForms
  /** Link at an article's foot to the part before it, or after. */
  previousPart: string
  nextPart: string
  /** `{minutes}` */
  readingTime: string
  enlarge: string
  /** Name of a row of pictures. */
  gallery: string
  /** `{number}` of `{count}` pictures */
  galleryPosition: string
  previousPicture: string
  nextPicture: string
  /** Names the dialog that pictures are enlarged in, and its button to see one from near. */
  pictureDialog: string
  zoom: string
  /** `{site}`: button that loads what the outlet does not hold itself. */
  loadEmbed: Record<'video' | 'post' | 'map', string>
  /** `{host}`: stands above that button. */
  embedNotice: string
  close: string
  credit: string
  contents: string
  share: string
  /** `{network}` */
  shareOn: string
  email: string
  shareByEmail: string
  shareNative: string
  copyLink: string
  linkCopied: string
  textSize: string
  /** As a button of the article's toolbar shows it, beside an icon. */
  textSizeShort: string
  textSizes: Record<'small' | 'normal' | 'large' | 'larger', string>
  save: string
  /** The same button once the article is kept. */
  saved: string
  unsave: string
  /** After saving; a link to the list follows. */
  savedNow: string
  savedSee: string
  unsavedNow: string
  /** Said when the browser's storage is full, and when it is switched off. */
  storageFull: string
  storageForbidden: string
  savedTitle: string
  savedIntro: string
  savedNeedsScripts: string
  /** Their code is lost on the way. */
  savedFailed: string
  savedList: string
  savedEmpty: string
  recentList: string
  recentEmpty: string
  /** `{title}` */
  removeFromList: string
  removedFromList: string
  clearList: string
  clearedList: string
  undo: string
  /** Of sections, topics, authors and series that the reader follows on his device. */
  follow: {
    /** A button that is pressed or not. */
    button: string
    /** After it was pressed; a link to the list follows. */
    followed: string
    unfollowed: string
    title: string
    explained: string
    empty: string
    /** Marks an article that has come since the reader looked last. */
    isNew: string
    /** Its feed is no longer there. */
    gone: string
    /** `{name}` */
    stop: string
    ask: string
    asking: string
    unreachable: string
    export: string
    /** Title of the list in a feed reader: `{name}` of the outlet. */
    exported: string
  }
  /** Of saved articles that can be read without the network. */
  copies: {
    /** On an article's page, where its copy could not be made. */
    uncopied: string
    /** What is stored where. */
    explained: string
    /** `{size}`: of one article, and of all. */
    size: string
    total: string
    none: string
    gone: string
    changed: string
    check: string
    checking: string
    checked: string
    unable: string
    full: string
    unreachable: string
    /** On the page of the lists, opened without the network. */
    offline: string
    /** Title and text of that page in place of one that is not on the device. */
    elsewhereTitle: string
    elsewhere: string
    retry: string
    /** `{moment}`: at the head of an article's copy. */
    notice: string
  }
  listen: string
  listenPause: string
  listenResume: string
  listenStop: string
  listenFailed: string
  advertisement: string
  newsletterEmail: string
  newsletterSubmit: string
  /** `{host}`: who keeps the list */
  newsletterGoesTo: string
  /** `{address}`: at the foot of a printed article */
  printedFrom: string
  /** In place of the name of a reader who gave none, in comments that come from an old site. */
  anonymous: string
  topics: string
  related: string
  /** `{section}`: link at an article's foot to the one published before it, or after. */
  previousArticle: string
  nextArticle: string
  /** `{language}`: link to a translation, in that language itself. */
  readIn: string
  contributors: string
  live: Live
  kinds: Record<Kind, string>
  roles: Record<Contributor['role'], string>
  unpublished: Record<Unpublished, string>
  /** On every page of a build that shows drafts and scheduled articles. */
  previewEdition: string
  articlesBy: string
  /** `{tag}` */
  articlesOn: string
  archive: string
  archiveDescription: string
  /** `{month}` */
  archiveOf: string
  articleCount: PluralForms
  noArticles: string
  pages: string
  newer: string
  older: string
  /** `{page}`, counted from the oldest */
  pageOf: string
  elsewhere: string
  feed: string
  /** `{name}`, and `{format}`, such as Atom */
  feedOf: string
  feeds: string
  /** `{name}`: the list of feeds, as a feed reader names it */
  feedsOf: string
  /** `{name}` */
  feedsDescription: string
  feedsExplained: string
  feedsHowTo: string
  feedsInOneFile: string
  feedKinds: Record<ChannelKind, string>
  /** Stand above a feed that somebody opens in a browser: `{name}`, and `{feeds}`, the address of their list. */
  feedNoticeTitle: string
  feedNotice: string
  notFound: string
  notFoundText: string
  /** To an author at work, in place of a page whose file has a mistake. */
  mistakes: {
    title: string
    text: string
    /** Above those that keep other pages back. */
    others: string
  }
  moved: string
  /** `{title}` */
  movedTo: string
  searchTitle: string
  searchIntro: string
  searchNeedsScripts: string
  searchFailed: string
  searchEmpty: string
  searchNone: string
  searchTryOther: string
  searchCount: PluralForms
  /** `{query}` stands nowhere as it is, and `{count}` articles have words that begin like it. */
  searchNear: PluralForms
  /** How far back the results go: `{month}`. */
  searchedSince: string
  /** Of a button: `{count}` articles that have not been searched yet. */
  searchOlder: PluralForms
  searching: string
  /** `{characters}`: below the field, when what was typed is longer. */
  searchTooLong: string
  searchRetry: string
  /** Stands before a query on a button. */
  searchInstead: string
  /** Stands behind it, where the filters are taken off. */
  searchUnfiltered: string
  /** Names the list of links to sections below a result. */
  searchSections: string
  searchSeeAll: string
  /** In the dialog, when what it needs cannot be fetched. */
  searchDialogFailed: string
  /** A box to tick: on or off. */
  searchShortcut: string
  /** Said beside the keys that do it. */
  keyMoves: string
  keyOpens: string
  keyCloses: string
  filterCategory: string
  filterAuthor: string
  filterYear: string
  filterTag: string
  filterAll: string
  sortBy: string
  sortRelevance: string
  sortDate: string
  showMore: string
  comments: {
    heading: string
    /** Where no setting says where comments go; whoever works on the site sees it, and no reader. */
    switchOn: string
    count: PluralForms
    none: string
    loading: string
    /** The server does not answer. */
    unavailable: string
    retry: string
    needsScripts: string
    /** Link to where the newsroom is reached otherwise; stands behind it. */
    needsScriptsContact: string
    closed: string
    leaveReply: string
    reply: string
    /** `{name}` */
    replyTo: string
    /** `{name}`: on a reply to a reply */
    inReplyTo: string
    cancelReply: string
    /** Followed by an asterisk. */
    privacy: string
    text: string
    name: string
    email: string
    site: string
    remember: string
    /** Label of a field that people never see. */
    trap: string
    send: string
    sending: string
    sent: string
    /** After sending, where the outlet reads first. */
    sentWaiting: string
    /** On the comment itself. */
    waiting: string
    needed: string
    failed: string
    tooFast: string
    duplicate: string
    /** `{length}`, `{most}` */
    tooLong: string
    /** The server does not want it, and gives a reason that we have no text for. */
    refused: string
    emailRefused: string
    trapped: string
    showWhole: string
    /** Says who will be contacted, above the button that does. */
    giscusContacts: string
    giscusLoad: string
    giscusDiscussions: string
  }
  /** The comment server's own page, for those who moderate. */
  moderation: Moderation
  publisher: PublisherTexts
  /** The authors' desk at `/admin/`. */
  webDesk: WebDeskTexts
  footnotes: string
  /** `{reference}` */
  backToReference: string
  linkToSection: string
  table: string
  followUs: string
  rights: string
}
