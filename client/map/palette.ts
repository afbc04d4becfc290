/** Colours of the drawn maps (design: pale, so that points speak). The page's own tokens colour everything else. */
export const ground = {
  sea: '#dbe6e6',
  land: '#f3eee2',
  abroad: '#ebe5d8',
  river: '#c3d6d8',
  coast: '#b3c2bd',
  province: '#d9cfbe',
  frontier: '#a8977f',
  road: '#e3cfae',
  mainRoad: '#d9bd92',
  rail: '#b9b1a4',
  oldBorder: '#8c5a3c',
} as const;

/** Lettering of the base map; each AA on land and on sea. */
export const lettering = {
  town: '#3a332b',
  townAbroad: '#5a5145',
  country: '#6d6456',
  province: '#6f6350',
  oldProvince: '#7a4526',
  sea: '#47686e',
  river: '#47686e',
  region: '#6b6046',
  road: '#6b5632',
  archipelago: '#2f4f56',
  halo: 'rgba(250, 247, 241, 0.85)',
} as const;

/** Graves by state; never told apart by colour alone. */
export const graves = {
  named: '#1f5f6b',
  partly: '#b0730f',
  unknown: '#7a7368',
  empty: '#c9c0b1',
  symbolic: '#5d554a',
  paper: '#fffdf9',
  ink: '#211c16',
  chosen: '#8c1d18',
  found: '#9a6b12',
} as const;
