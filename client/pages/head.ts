import type { PageProps } from '../../server/pages/contract.ts';
import { positionWords } from '../parts/position.ts';
import { readerOf, type Reader } from '../parts/reader.ts';
import { graveTitle } from './grave/title.ts';

/** What a page is called and what it says, in a tab, a search engine or a shared link. */
export interface Head {
  title: string;
  description: string;
}

/** Title and description of a page in its own language; the server writes OpenGraph tags from the same. */
export function headOf(props: PageProps): Head {
  const reader = readerOf(props.frame.language);
  const { title, description } = describe(reader, props);
  return { title: props.page === 'home' ? title : `${title} · Tri Ân`, description };
}

function describe(reader: Reader, props: PageProps): Head {
  const { t } = reader;
  switch (props.page) {
    case 'home':
      return { title: `Tri Ân · ${t('home.title')}`, description: t('home.description') };
    case 'results': {
      const { query, answer } = props.data;
      const asked = [
        query.q,
        query.name,
        query.alias,
        query.birthYear,
        query.home,
        query.unit,
        query.deathYear,
      ];
      const words = asked.filter(Boolean).join(', ');
      return {
        title: words ? t('head.results', { words }) : t('results.empty'),
        description: t('head.results.description', { count: answer.total.value }),
      };
    }
    case 'martyr': {
      const { martyr } = props.data;
      const { birth, home, death, grave } = martyr;
      const facts = [
        birth && t('head.birth', { date: reader.date(birth) }),
        home && t('head.home', { place: home.text }),
        death && t('head.death', { date: reader.date(death) }),
        grave
          ? t('head.lies', {
              place: [positionWords(reader, grave.position), grave.cemetery.name].filter(Boolean).join(', '),
            })
          : t('head.noGrave'),
      ];
      return {
        title: t(martyr.gender === 'F' ? 'martyr.titleF' : 'martyr.title', { name: martyr.name }),
        description: facts.filter(Boolean).join(' '),
      };
    }
    case 'grave': {
      const { grave } = props.data;
      const place = [positionWords(reader, grave.position), grave.cemetery.name].filter(Boolean).join(', ');
      return {
        title: `${graveTitle(reader, grave)} · ${place}`,
        description: [
          t('head.lies', { place }),
          grave.inscription && t('hit.stone', { words: grave.inscription }),
        ]
          .filter(Boolean)
          .join(' '),
      };
    }
    case 'cemeteries':
      return {
        title: t('cemeteries.title'),
        description: t('head.cemeteries', { count: props.data.list.total }),
      };
    case 'cemetery': {
      const { name, place, counts } = props.data.cemetery;
      return {
        title: name,
        description: t('head.cemetery', { name, place, graves: counts.graves, named: counts.named }),
      };
    }
    case 'map':
      return { title: t('map.title'), description: t('head.map') };
    case 'decode': {
      const { text } = props.data.question;
      return {
        title: text === '' ? t('decode.title') : `${t('decode.title')}: ${text}`,
        description: t('decode.lead'),
      };
    }
    case 'unit': {
      const { designation } = props.data.unit;
      return { title: designation, description: t('head.unit', { unit: designation }) };
    }
    case 'contact':
      return { title: t('contact.title'), description: t('contact.lead') };
    case 'about':
      return { title: t('about.title'), description: t('about.lead') };
    case 'signIn':
      return { title: t('signIn.title'), description: t('signIn.lead') };
    case 'account':
      return { title: t('account.title'), description: t('account.lead') };
    case 'accounts':
      return { title: t('accounts.title'), description: t('accounts.lead') };
    case 'staff':
      return {
        title: props.data.account.fullName,
        description: t('staff.head', { name: props.data.account.fullName }),
      };
    case 'audit':
      return { title: t('audit.title'), description: t('audit.lead') };
    case 'problem':
      return { title: props.data.title, description: props.data.detail };
  }
}
