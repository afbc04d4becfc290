import type { PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { SearchForm } from '../../parts/search-form.tsx';

/** What could not be shown, in words, and the ways on from here. */
export function ProblemPage({ data }: { data: PageData['problem'] }) {
  const { t, link } = useReader();
  return (
    <div class="wrap reading-width">
      <h1>{data.title}</h1>
      <p class="lead">{data.detail}</p>
      <SearchForm />
      <p>
        <a class="go" href={link('home')}>
          {t('problem.home')}
        </a>
        <a class="go" href={link('contact')}>
          {t('where.askOffice')}
        </a>
      </p>
    </div>
  );
}
