/** Public addresses; English ones stand under /en. Kept in one place because papers and QR codes carry them. */
export const addresses = {
  home: '/',
  results: '/tim',
  martyr: '/liet-si/:code',
  grave: '/mo/:id',
  cemeteries: '/nghia-trang',
  cemetery: '/nghia-trang/:code',
  map: '/ban-do',
  decode: '/giai-ma-don-vi',
  unit: '/don-vi/:id',
  contact: '/bao-tin',
  about: '/gioi-thieu',
  signIn: '/dang-nhap',
  account: '/tai-khoan',
  accounts: '/can-bo',
  staff: '/can-bo/:id',
  audit: '/nhat-ky',
} as const;
export type AddressName = keyof typeof addresses;
