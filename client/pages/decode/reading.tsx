import type { DecodeAnswer } from '../../../server/units/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { bareCode } from '../../parts/units/bare-code.ts';

/** What the words say in full, before anything is decoded. */
export function Reading({ answer }: { answer: DecodeAnswer }) {
  const { t, language } = useReader();
  const words = answer.words[language];
  return (
    <section class="card" aria-labelledby="doc-la">
      <h2 id="doc-la">{t('decode.read')}</h2>
      <p class="read" role="status">
        {words === '' ? t('decode.noUnit') : words}
      </p>
      {words !== '' && (
        <p class={answer.sure ? 'src' : 'gap'}>{t(answer.sure ? 'decode.sure' : 'decode.unsure')}</p>
      )}
      {answer.post.length > 0 && <p>{t('decode.post', { post: answer.post.join(', ') })}</p>}
      {answer.place.length > 0 && <p>{t('decode.place', { place: answer.place.join(', ') })}</p>}
      {answer.notes.length > 0 && (
        <ul class="src" lang="vi">
          {answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What nobody has explained yet: said plainly, with the way to those who may know. */
export function Unknown({ answer }: { answer: DecodeAnswer }) {
  const { t, link } = useReader();
  const none = answer.meanings.length === 0 && answer.chain !== 'none';
  const asked = answer.unknown.length > 0 ? answer.unknown : none ? [answer.chain] : [];
  if (asked.length === 0) return null;
  return (
    <section class="card missing" aria-labelledby="chua-biet">
      <h2 id="chua-biet">{t('decode.unknown')}</h2>
      <ul class="plain">
        {asked.map((element) => (
          <li key={element}>
            {t('decode.unknown.one', { code: bareCode(element) })}{' '}
            <a class="go" href={link('contact', '', { ve: `don-vi:${element}` })}>
              {t('decode.unknown.tell')}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('decode.unknown.help')}</p>
    </section>
  );
}
