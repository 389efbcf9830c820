import { defineSite } from '#domain/site.ts'

export default defineSite({
  name: 'Warta',
  tagline: 'Kabar Nusantara dan dunia, disampaikan apa adanya',
  url: 'https://warta.example/',
  locale: 'id',
  timeZone: 'Asia/Jakarta',
  articleLanguage: 'en',
  menu: [
    'politics',
    'international-relations',
    'economy',
    'business',
    'technology',
    'environment',
    'culture',
    'science-health',
  ],
  footerLinks: [
    { label: 'Tentang kami', href: '/about/' },
    { label: 'Kontak', href: '/contact/' },
    { label: 'Arsip', href: '/archive/' },
  ],
  frontPage: {
    topStories: 4,
    sections: [
      { category: 'international-relations' },
      { category: 'politics' },
      { category: 'economy' },
      { category: 'business', articles: 3 },
      { category: 'environment' },
      { category: 'technology' },
      { category: 'culture' },
      { category: 'science-health', articles: 3 },
    ],
  },
  pageSize: { list: 6 },
  // For a server of our own: nginx and Caddy send these files as they are.
  precompressed: true,
  publisher: { name: 'Warta', logo: '/logo.png', card: '/social.png' },
  socials: [{ label: 'Mastodon', url: 'https://social.example/@warta' }],
  // The sample's articles and its log are of July 2025 and stay so: for an outlet that goes on, 14 days are usual.
  trending: { halfLifeHours: 36, maxAgeDays: 36_500 },
  newsletter: {
    title: 'Warta Pagi',
    text: 'Lima kabar terpenting, setiap hari kerja pukul enam pagi. Berhenti kapan saja.',
    action: 'https://surat.warta.example/langganan',
    field: 'email',
  },
  support: {
    title: 'Jurnalisme ini dibiayai pembacanya',
    text: 'Semua artikel Warta terbuka bagi siapa saja. Bantu agar tetap begitu.',
    link: { label: 'Dukung Warta', href: 'https://dukung.warta.example/' },
  },
  comments: {
    contact: '/contact/',
    policy:
      'Redaksi membaca setiap komentar sebelum tampil. Tulislah dengan santun dan sesuai topik; ujaran kebencian, data pribadi, dan iklan tidak dimuat.',
  },
})
