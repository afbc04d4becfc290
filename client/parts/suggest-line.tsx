import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SuggestAnswer } from '../../server/search/contract.ts';
import { suggest } from '../api.ts';
import type { Key, Language } from '../i18n/t.ts';
import { useReader } from './reader.ts';

interface Suggestion {
  kind: Key;
  text: string;
  /** Opens at once instead of filling the line. */
  href?: string;
}

/**
 * The one big line: free text, with names, places, units and cemeteries offered while typing
 * (WAI-ARIA combobox with a list, `aria-activedescendant`). Without script it is a plain input.
 */
export function SuggestLine(props: { name: string; value: string; label: string; placeholder: string }) {
  const { t, link, language } = useReader();
  const [value, setValue] = useState(props.value);
  const [offered, setOffered] = useState<Suggestion[]>([]);
  const [chosen, setChosen] = useState(-1);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const typed = useSuggestions(language, (answer) => {
    setChosen(-1);
    setOffered(
      answer === undefined
        ? []
        : [
            ...answer.names.map((text) => ({ kind: 'suggest.name' as const, text })),
            ...answer.places.map((text) => ({ kind: 'suggest.place' as const, text })),
            ...answer.units.map((text) => ({ kind: 'suggest.unit' as const, text })),
            ...answer.cemeteries.map(({ code, name }) => ({
              kind: 'suggest.cemetery' as const,
              text: name,
              href: link('cemetery', code),
            })),
          ],
    );
  });
  useEffect(() => setValue(props.value), [props.value]);

  const close = () => {
    setOffered([]);
    setChosen(-1);
  };
  const take = (suggestion: Suggestion) => {
    close();
    if (suggestion.href) {
      location.assign(suggestion.href);
      return;
    }
    typed.stop();
    setValue(replaceLast(value, suggestion.text));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // one place more than there are suggestions: the line itself
      setChosen(((chosen + 1 + step + offered.length + 1) % (offered.length + 1)) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      const suggestion = offered[chosen];
      if (suggestion) {
        event.preventDefault();
        take(suggestion);
      } else close();
    }
  };

  const open = offered.length > 0;
  return (
    <div class="line">
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        name={props.name}
        value={value}
        maxLength={300}
        autocomplete="off"
        autocapitalize="words"
        spellcheck={false}
        aria-label={props.label}
        placeholder={props.placeholder}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        onInput={(event) => {
          setValue(event.currentTarget.value);
          typed.go(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul id={list} role="listbox" aria-label={t('suggest.label')} hidden={!open}>
        {offered.map((suggestion, n) => (
          <li
            key={suggestion.kind + suggestion.text}
            id={`${list}-${n}`}
            role="option"
            aria-selected={n === chosen}
            // before the line loses its focus and the list closes
            onPointerDown={(event) => {
              event.preventDefault();
              take(suggestion);
            }}
          >
            <span>{suggestion.text}</span> <small>{t(suggestion.kind)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is chosen stands for the part after the last comma; what was typed before it stays. */
function replaceLast(value: string, text: string): string {
  const cut = value.lastIndexOf(',');
  return cut < 0 ? text : `${value.slice(0, cut)}, ${text}`;
}

/** Asks for suggestions when typing rests for a moment; only the last question is answered. */
function useSuggestions(language: Language, answer: (found: SuggestAnswer | undefined) => void) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  const stop = () => {
    clearTimeout(waiting.current);
    asking.current?.abort();
  };
  useEffect(() => stop, []);
  const go = (text: string) => {
    stop();
    const last = text.slice(text.lastIndexOf(',') + 1).trim();
    if (last.length < 2) {
      answer(undefined);
      return;
    }
    waiting.current = setTimeout(() => {
      const control = new AbortController();
      asking.current = control;
      suggest(language, last, control.signal).then(answer, () => {
        // suggestions are a convenience: the form works without them
        if (!control.signal.aborted) answer(undefined);
      });
    }, 140);
  };
  return { go, stop };
}
