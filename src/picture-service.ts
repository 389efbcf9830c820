// Astro makes the path of its picture service a part of every picture's address: another path would give all
// pictures of every site another address.
export { default } from '#images/service.ts'
