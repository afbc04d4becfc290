import type { PageViews } from '../app.tsx';
import { AboutPage } from './about/page.tsx';
import { AccountPage } from './account/page.tsx';
import { StaffPage } from './accounts/one.tsx';
import { AccountsPage } from './accounts/page.tsx';
import { AuditPage } from './audit/page.tsx';
import { CemeteriesPage } from './cemeteries/page.tsx';
import { CemeteryPage } from './cemetery/page.tsx';
import { ContactPage } from './contact/page.tsx';
import { DecodePage } from './decode/page.tsx';
import { GravePage } from './grave/page.tsx';
import { HomePage } from './home/page.tsx';
import { MapPage } from './map/page.tsx';
import { MartyrPage } from './martyr/page.tsx';
import { ProblemPage } from './problem/page.tsx';
import { ResultsPage } from './results/page.tsx';
import { SignInPage } from './sign-in/page.tsx';
import { UnitPage } from './unit/page.tsx';

/** Every page, for the server. The browser loads only the one it shows (open.ts). */
export const pages: PageViews = {
  home: HomePage,
  results: ResultsPage,
  martyr: MartyrPage,
  grave: GravePage,
  cemeteries: CemeteriesPage,
  cemetery: CemeteryPage,
  map: MapPage,
  decode: DecodePage,
  unit: UnitPage,
  contact: ContactPage,
  about: AboutPage,
  signIn: SignInPage,
  account: AccountPage,
  accounts: AccountsPage,
  staff: StaffPage,
  audit: AuditPage,
  problem: ProblemPage,
};
