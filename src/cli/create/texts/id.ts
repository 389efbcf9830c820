import type { StarterTexts } from './texts.ts'

export const id: StarterTexts = {
  tagline: 'Kabar, dan apa yang ada di baliknya',
  sections: ['Berita', 'Opini'],
  newsroom: 'Redaksi',
  article: {
    slug: 'hari-pertama-kami',
    title: '{name} terbit mulai hari ini',
    description: 'Artikel pertama agar sudah ada yang dibaca, disertai cara membuat artikel berikutnya.',
    body: `Inilah artikel pertama {name}. Artikel ini ada agar halaman depan tidak kosong, dan agar penulis artikel kedua dapat
melihat seperti apa sebuah artikel.

## Cara membuat artikel

Sebuah artikel adalah berkas teks. Di bagian atasnya tertulis judul, kalimat di bawah judul, rubrik, nama penulis, dan
waktu terbit. Di bawahnya menyusul isi artikel, dengan satu baris kosong di antara dua paragraf. Baris yang diawali dua
tanda pagar menjadi subjudul, seperti baris di atas.

Nama berkas menjadi alamat halaman. Pilihlah beberapa kata yang sepuluh tahun lagi pun masih menerangkan isinya.

## Yang dapat diharapkan pembaca

Setiap tulisan memuat nama penulisnya. Kekeliruan diperbaiki, dan koreksinya dicantumkan di bawah artikel. Opini diberi
tanda sebagai opini.
`,
  },
  about: {
    slug: 'tentang-kami',
    label: 'Tentang kami',
    title: 'Tentang kami',
    description: 'Siapa yang menulis di {name}, serta sikapnya terhadap kekeliruan dan data pembaca.',
    body: `{name} adalah media berita independen. Setiap penulis disebut pada artikelnya dan mempunyai halaman sendiri.

## Koreksi

Kekeliruan diperbaiki segera setelah diketahui. Koreksi menyebutkan apa yang keliru dan apa yang benar, dan tetap
tercantum pada artikelnya; semuanya dapat dilihat pada [satu halaman](/corrections/).

## Privasi

Halaman-halaman ini tidak memasang kuki dan tidak membuntuti siapa pun. Pilihan Anda di sini, tampilan gelap misalnya,
disimpan di peramban Anda sendiri.
`,
  },
  archive: 'Arsip',
  readme: `# {name}

Sebuah media berita, yang terdiri atas berkas di folder ini dan Warta, program yang
membuat halaman darinya.

\`\`\`sh
npm install     # sekali saja
npm start       # membangun situs dan menyajikannya di http://localhost:4321/
npm run dev     # selama menulis: setiap perubahan langsung tampak, draf juga
npm run check   # menyebutkan setiap kesalahan di setiap berkas
npm test        # memeriksa dan membangun, seperti sebelum terbit
\`\`\`

## Menulis

\`npm run news -- new "Judul saya"\` memulai artikel di bawah \`articles/\` dan menanyakan selebihnya. Nama berkas menjadi
alamatnya. Cara menulis artikel diterangkan di \`node_modules/warta/docs/authors.md\`, dan pekerjaan redaksi di
\`editors.md\` di sebelahnya; keduanya dalam bahasa Inggris. Artikel pertama dan isi "tentang kami" boleh
Anda ganti.

| tempat                         | isi                                                                               |
| ------------------------------ | --------------------------------------------------------------------------------- |
| \`articles/\`                    | artikel, dengan gambarnya di sebelahnya                                           |
| \`src/content/authors/\`         | orang, satu berkas untuk setiap orang                                             |
| \`src/content/categories/\`      | rubrik, satu berkas untuk setiap rubrik                                           |
| \`src/content/pages/\`           | halaman seperti "tentang kami"                                                    |
| \`src/site.config.ts\`           | nama, alamat, bahasa, menu, halaman depan                                         |
| \`public/\`                      | ikon dan logo, digambar dari nama: gantilah dengan milik Anda                     |

## Menerbitkan

{publishing}

Simpan juga \`package-lock.json\` di git: berkas itu menentukan versi yang dipakai untuk membangun situs.
`,
  publishing: {
    'github-pages': `\`.github/workflows/publish.yml\` membangun situs dan menerbitkannya di GitHub Pages saat \`main\` berubah, setiap seperempat
jam untuk artikel terjadwal, dan atas permintaan. Pilih "GitHub Actions" di Settings → Pages sekali saja, dan pastikan
\`url\` di \`src/site.config.ts\` adalah alamat situs. GitHub Pages tidak menerima situs perusahaan, dan repositori
privat hanya dalam paket berbayar.`,
    netlify: `Hubungkan repositori di Netlify: \`netlify.toml\` mengatur selebihnya. Untuk artikel terjadwal, buat build hook di sana dan
simpan alamatnya sebagai secret \`BUILD_HOOK\` di repositori: \`.github/workflows/publish.yml\` memanggilnya setiap seperempat
jam.`,
    cloudflare: `Hubungkan repositori di Cloudflare Pages: perintah \`npm run build\`, folder \`dist\`. Untuk artikel terjadwal, buat deploy
hook di sana dan simpan alamatnya sebagai secret \`BUILD_HOOK\` di repositori: \`.github/workflows/publish.yml\` memanggilnya
setiap seperempat jam.`,
    server: `\`.github/workflows/publish.yml\` membangun situs dan menyalinnya ke server Anda dengan rsync saat \`main\` berubah, dan setiap
seperempat jam untuk artikel terjadwal. Untuk itu diperlukan secret \`SSH_KEY\` dan \`SSH_KNOWN_HOSTS\` serta variabel
\`DEPLOY_TO\`, misalnya \`news@server.net:/srv/news\`. Di server sendiri cukup \`npm ci && npm run build\`, dan akar server web
adalah \`dist\`. Pengaturan nginx dan Caddy diterangkan di \`node_modules/warta/docs/hosting.md\`.

Dengan penerbit (publisher) di sana, artikel terbit begitu di-push, dan yang terjadwal terbit tepat pada detiknya:
\`node_modules/warta/docs/publisher.md\`.`,
    none: '`npm run build` membuat seluruh situs di `dist/`, yang dapat disajikan server web mana pun.',
  },
}
