import type { PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { Stays } from '../../parts/units/stays.tsx';
import { StaysMap } from '../../parts/units/stays-map.tsx';
import { Figures } from './figures.tsx';
import { DecodeForm } from './form.tsx';
import { Meaning } from './meaning.tsx';
import { Reading, Unknown } from './reading.tsx';

/** What stands on a notice or a stone, read and explained: every meaning, how sure it is, and where that unit was. */
export function DecodePage({ data }: { data: PageData['decode'] }) {
  const { t, link } = useReader();
  const { question, answer, places, chosen, problem, statistics } = data;
  const where = places.find(({ unit }) => unit === chosen);
  return (
    <div class="wrap decode">
      <h1>{t('decode.title')}</h1>
      <p class="lead">{t('decode.lead')}</p>
      <DecodeForm question={question} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {!answer && (
        <p class="examples">
          {t('home.example')}{' '}
          {[
            ['KB', '1968'],
            ['c3 d5 e12', '1968'],
            ['D.502', '1965'],
          ].map(([text, year]) => (
            <a key={text} class="go" href={link('decode', '', { text, year })}>
              {text}, {year}
            </a>
          ))}
        </p>
      )}
      {answer && <Reading answer={answer} />}
      {answer && answer.meanings.length > 0 && (
        <div class={where ? 'two' : undefined}>
          <section class="rest" aria-labelledby="nghia">
            <h2 id="nghia">{t('decode.meanings', { count: answer.meanings.length })}</h2>
            <p class="src">{t('decode.ranked')}</p>
            <ol class="plain meanings">
              {answer.meanings.map((meaning) => (
                <Meaning key={`${meaning.element} ${meaning.designation}`} meaning={meaning} data={data} />
              ))}
            </ol>
          </section>
          {where && (
            <section class="first" aria-labelledby="ban-do">
              <h2 id="ban-do">
                {t(question.year ? 'decode.whereThen' : 'decode.where', {
                  unit: where.designation,
                  year: question.year,
                })}
              </h2>
              {where.stays.length > 0 && <StaysMap where={where} />}
              <Stays where={where} />
              <p class="src">{t('unit.accuracy')}</p>
            </section>
          )}
        </div>
      )}
      {answer && <Unknown answer={answer} />}
      <Figures statistics={statistics} />
    </div>
  );
}
