import type { PageName } from '../../server/pages/contract.ts';
import type { PageViews } from '../app.tsx';

type Opened = { [N in PageName]: () => Promise<PageViews[N]> };

const open: Opened = {
  home: async () => (await import('./home/page.tsx')).HomePage,
  results: async () => (await import('./results/page.tsx')).ResultsPage,
  martyr: async () => (await import('./martyr/page.tsx')).MartyrPage,
  grave: async () => (await import('./grave/page.tsx')).GravePage,
  cemeteries: async () => (await import('./cemeteries/page.tsx')).CemeteriesPage,
  cemetery: async () => (await import('./cemetery/page.tsx')).CemeteryPage,
  map: async () => (await import('./map/page.tsx')).MapPage,
  decode: async () => (await import('./decode/page.tsx')).DecodePage,
  unit: async () => (await import('./unit/page.tsx')).UnitPage,
  contact: async () => (await import('./contact/page.tsx')).ContactPage,
  about: async () => (await import('./about/page.tsx')).AboutPage,
  signIn: async () => (await import('./sign-in/page.tsx')).SignInPage,
  account: async () => (await import('./account/page.tsx')).AccountPage,
  accounts: async () => (await import('./accounts/page.tsx')).AccountsPage,
  staff: async () => (await import('./accounts/one.tsx')).StaffPage,
  audit: async () => (await import('./audit/page.tsx')).AuditPage,
  problem: async () => (await import('./problem/page.tsx')).ProblemPage,
};

/** Loads the script of one page. */
export function openPage(page: PageName): Promise<PageViews[PageName]> {
  return open[page]();
}
