import type { PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';

export const theatres = ['A', 'B1', 'B2', 'B3', 'B4', 'B5', 'C', 'K'] as const;

/** What the paper says, and what else is known: a plain form that needs no script. */
export function DecodeForm({ question }: { question: PageData['decode']['question'] }) {
  const { t, link } = useReader();
  return (
    <form class="card decode-form" action={link('decode')} method="get" role="search">
      <label class="words">
        <span>{t('decode.text')}</span>
        <input
          name="text"
          required
          maxLength={400}
          defaultValue={question.text}
          placeholder={t('decode.text.hint')}
          autocomplete="off"
        />
      </label>
      <label>
        <span>{t('decode.year')}</span>
        <input
          name="year"
          inputMode="numeric"
          pattern="(19[3-9]\d|20[0-2]\d|2030)"
          maxLength={4}
          defaultValue={question.year}
          placeholder="1968"
        />
      </label>
      <label>
        <span>{t('decode.theatre')}</span>
        <select name="theatre">
          <option value="">{t('decode.theatre.any')}</option>
          {theatres.map((theatre) => (
            <option key={theatre} value={theatre} selected={theatre === question.theatre}>
              {t(`theatre.${theatre}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('decode.home')}</span>
        <input name="home" maxLength={200} defaultValue={question.home} placeholder={t('field.home.hint')} />
      </label>
      <button class="button">{t('decode.go')}</button>
    </form>
  );
}
