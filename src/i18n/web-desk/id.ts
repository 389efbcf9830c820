import type { FieldText, WebDeskTexts } from './texts.ts'

const alias: FieldText = {
  label: 'Alamat lama',
  hint: 'Jalur yang mengarah ke sini.',
  inForm: 'Satu per baris, misalnya /2024/judul-lama/.',
}
const alt: FieldText = {
  label: 'Apa yang tampak pada gambar',
  hint: 'Untuk pembaca yang tidak dapat melihatnya.',
}
const src: FieldText = { label: 'Gambar' }
const lang: FieldText = {
  label: 'Bahasa',
  hint: 'Hanya bila berbeda dari bahasa yang biasa dipakai media ini.',
}
const at: FieldText = { label: 'Waktu', hint: 'Menurut jam perangkat ini. Tidak sebelum waktu terbit.' }
const pictureFields: Record<string, FieldText> = {
  src,
  alt,
  caption: { label: 'Keterangan gambar' },
  credit: { label: 'Pemilik gambar' },
  focus: {
    label: 'Bagian terpenting',
    hint: 'Bagian ini tetap tampak bila gambar dipotong: persen dari kiri dan dari atas.',
    fields: { x: { label: 'Dari kiri, persen' }, y: { label: 'Dari atas, persen' } },
  },
}
const withdrawalFields: Record<string, FieldText> = { at, reason: { label: 'Alasan', hint: 'Teks biasa.' } }

export const id: WebDeskTexts = {
  title: '{name}: meja redaksi',
  needsScripts:
    'Meja redaksi memerlukan skrip. Izinkan untuk halaman ini, atau tulis artikel sebagai berkas.',
  collections: {
    articles: {
      label: 'Artikel',
      one: 'Artikel',
      fields: {
        title: { label: 'Judul' },
        description: { label: 'Teras', hint: 'Satu atau dua kalimat di bawah judul.' },
        category: { label: 'Rubrik' },
        authors: { label: 'Penulis' },
        publishedAt: {
          label: 'Terbit',
          hint: 'Menurut jam perangkat ini. Waktu yang belum tiba menjadwalkan artikel: terbit pada pembuatan situs pertama sesudahnya.',
        },
        updatedAt: {
          label: 'Perubahan terakhir',
          hint: 'Terlihat oleh pembaca. Untuk perubahan yang bukan ralat; kekeliruan dicatat sebagai ralat.',
        },
        tags: { label: 'Tag', hint: 'Satu per baris.' },
        image: {
          label: 'Gambar utama',
          hint: 'Sebaiknya selebar 1.600 piksel atau lebih.',
          fields: pictureFields,
        },
        lang,
        translationOf: {
          label: 'Terjemahan dari',
          hint: 'Artikel yang diterjemahkan ini; keduanya saling menautkan.',
        },
        draft: {
          label: 'Draf',
          hint: 'Hanya redaksi yang melihat draf, apa pun tanggalnya.',
          inForm: 'Artikel baru adalah draf sampai “Tidak” dipilih.',
        },
        priority: { label: 'Tempat di halaman depan', hint: 'Hanya untuk beberapa hari.' },
        aliases: alias,
        id: {
          label: 'Nama bagi pembaca umpan',
          hint: 'Hanya untuk artikel yang pernah terbit di tempat lain. Jangan pernah diubah.',
        },
        comments: { label: 'Komentar', hint: 'Bila dikosongkan, pembaca boleh berkomentar.' },
        ads: { label: 'Iklan', hint: 'Bila dikosongkan, iklan boleh tampil di samping artikel.' },
        kind: { label: 'Jenis', hint: 'Label di dekat judul. Bila dikosongkan: berita.' },
        contributors: {
          label: 'Kontributor',
          hint: 'Orang lain yang ikut mengerjakan.',
          fields: {
            author: { label: 'Salah satu penulis', hint: 'Isi ini atau nama, jangan keduanya.' },
            role: { label: 'Peran' },
            name: { label: 'Nama orang lain' },
          },
        },
        series: {
          label: 'Bagian dari serial',
          fields: {
            slug: { label: 'Serial' },
            part: { label: 'Nomor bagian', hint: 'Tidak boleh sama dengan bagian lain.' },
          },
        },
        live: {
          label: 'Liputan langsung',
          hint: 'Menjadikan artikel ini liputan yang kabarnya ditambah selama sesuatu berlangsung.',
          fields: {
            state: {
              label: 'Keadaan',
              hint: 'Hanya Anda yang mengubahnya: saat liputan dimulai, dan saat berakhir.',
            },
            from: { label: 'Mulai' },
            until: { label: 'Berakhir', hint: 'Tidak boleh ada kabar yang lebih baru.' },
          },
        },
        corrections: {
          label: 'Ralat',
          fields: {
            at,
            note: { label: 'Catatan', hint: 'Apa yang keliru dan apa yang benar, dalam teks biasa.' },
          },
        },
        withdrawn: {
          label: 'Pencabutan',
          hint: 'Menarik seluruh artikel: pembaca hanya menemukan judul dan alasannya.',
          fields: withdrawalFields,
        },
      },
    },
    entries: {
      label: 'Kabar langsung',
      one: 'Kabar langsung',
      fields: {
        coverage: {
          label: 'Liputan langsung',
          hint: 'Nama berkas artikelnya. Hanya bila kabar ini tidak berada di sampingnya.',
        },
        at: { label: 'Kapan', hint: 'Hanya bila nama berkasnya tidak menyebutkannya.' },
        title: { label: 'Judul' },
        authors: { label: 'Penulis', hint: 'Hanya bila namanya perlu tampil pada kabar ini.' },
        key: {
          label: 'Peristiwa penting',
          hint: 'Tampil di daftar peristiwa penting, dan di daftar artikel.',
        },
        pinned: {
          label: 'Disematkan',
          hint: 'Tampil juga di atas yang lain; bila ada beberapa, yang terbaru.',
        },
        image: {
          label: 'Gambar',
          fields: pictureFields,
        },
        updatedAt: { label: 'Perubahan terakhir', hint: 'Pembaca melihatnya.' },
        draft: { label: 'Draf', hint: 'Draf hanya terlihat oleh redaksi.' },
        article: {
          label: 'Artikel lanjutannya',
          hint: 'Nama berkasnya. Kabar ini menautkannya setelah artikel itu terbit.',
        },
        withdrawn: {
          label: 'Penarikan',
          hint: 'Menarik kabar ini: pembaca hanya menemukan tempat dan alasannya.',
          fields: withdrawalFields,
        },
      },
    },
    authors: {
      label: 'Penulis',
      one: 'Penulis',
      fields: {
        name: { label: 'Nama' },
        role: { label: 'Jabatan di redaksi', hint: 'Misalnya "Reporter ekonomi".' },
        bio: { label: 'Tentang penulis' },
        photo: { label: 'Potret', fields: { src, alt } },
        verified: {
          label: 'Terverifikasi',
          hint: 'Sebuah lencana: redaksi menjamin siapa orang ini.',
          inForm: 'Bila dikosongkan: tidak.',
        },
        links: {
          label: 'Tautan',
          fields: {
            label: { label: 'Kata-kata' },
            url: { label: 'Alamat', hint: 'https:// atau mailto:' },
          },
        },
        languages: {
          label: 'Dalam bahasa lain',
          hint: 'Untuk media yang terbit dalam beberapa bahasa: kata-kata ini menggantikan yang di atas.',
          fields: {
            locale: { label: 'Bahasa' },
            role: { label: 'Jabatan di redaksi' },
            bio: { label: 'Tentang penulis' },
          },
        },
        aliases: alias,
      },
    },
    categories: {
      label: 'Rubrik',
      one: 'Rubrik',
      fields: {
        name: { label: 'Nama' },
        description: { label: 'Deskripsi' },
        order: { label: 'Urutan', hint: 'Yang terkecil lebih dulu; yang kosong menyusul menurut nama.' },
        colour: { label: 'Warna', hint: 'Cukup gelap untuk dibaca di atas putih.' },
        languages: {
          label: 'Dalam bahasa lain',
          hint: 'Untuk media yang terbit dalam beberapa bahasa: kata-kata ini menggantikan yang di atas.',
          fields: {
            locale: { label: 'Bahasa' },
            name: { label: 'Nama' },
            description: { label: 'Deskripsi' },
          },
        },
        aliases: alias,
      },
    },
    series: {
      label: 'Serial',
      one: 'Serial',
      fields: {
        title: { label: 'Judul' },
        description: { label: 'Deskripsi' },
        image: { label: 'Gambar', fields: { src, alt } },
        languages: {
          label: 'Dalam bahasa lain',
          hint: 'Untuk media yang terbit dalam beberapa bahasa: kata-kata ini menggantikan yang di atas.',
          fields: {
            locale: { label: 'Bahasa' },
            title: { label: 'Judul' },
            description: { label: 'Deskripsi' },
          },
        },
        aliases: alias,
      },
    },
    pages: {
      label: 'Halaman',
      one: 'Halaman',
      fields: {
        title: { label: 'Judul' },
        description: { label: 'Deskripsi', hint: 'Untuk mesin pencari.' },
        lang,
        translationOf: { label: 'Terjemahan dari', hint: 'Halaman yang diterjemahkan ini.' },
        draft: {
          label: 'Draf',
          hint: 'Hanya redaksi yang melihat draf.',
          inForm: 'Halaman baru adalah draf sampai “Tidak” dipilih.',
        },
        aliases: alias,
      },
    },
  },
  breaking: {
    label: 'Kabar penting',
    fields: {
      text: { label: 'Kalimatnya', hint: 'Satu kalimat, teks biasa.' },
      article: { label: 'Artikel', hint: 'Yang dituju kalimat ini: nama berkasnya, tanpa akhiran.' },
      href: { label: 'Atau alamat lain', hint: 'Hanya bila tidak menuju artikel.' },
      from: {
        label: 'Mulai',
        hint: 'Kabar baru punya waktu baru: pembaca yang sudah menutup kabar sebelumnya melihatnya.',
      },
      until: {
        label: 'Sampai',
        hint: 'Setelah itu tidak ada yang melihatnya, walau situs tidak dibangun ulang.',
      },
    },
  },
  articleFolders: 'Artikel dengan folder',
  entriesBeside: 'Kabar langsung di samping artikel',
  body: { label: 'Isi', hint: 'Judul bagian mulai dari tingkat kedua.' },
  blocks: {
    picture: 'Gambar',
    gallery: 'Galeri',
    pictures: 'Gambar',
    src: 'Gambar',
    alt: 'Apa yang tampak pada gambar',
    caption: 'Keterangan gambar',
    credit: 'Pemilik gambar',
    pullQuote: 'Kutipan besar',
    words: 'Kata-kata',
    speaker: 'Siapa yang mengatakannya',
    table: 'Tabel',
    rows: 'Satu baris per deret, dengan garis tegak di antara sel',
  },
  slugHint: 'Bagian akhir alamat. Huruf kecil, angka, dan tanda hubung; kelak tidak dapat diubah di sini.',
  slugFault: 'Hanya huruf kecil, angka, dan satu tanda hubung di antaranya.',
  yes: 'Ya',
  no: 'Tidak',
  priorities: { lead: 'Berita utama', top: 'Di antara berita teratas' },
  drafts: 'Draf',
  byYear: 'Tahun',
}
