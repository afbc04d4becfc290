import { z } from 'zod';
import type { Language } from './language.ts';
import en from './messages/en.json' with { type: 'json' };
import vi from './messages/vi.json' with { type: 'json' };

export type ProblemKind = keyof typeof vi;
const messages: Record<Language, Record<ProblemKind, { title: string; detail: string }>> = { vi, en };

export interface FieldError {
  path: string;
  message: string;
}

/** Anything that a caller can be told about; the edge (answerProblem) turns it into RFC 9457. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly status: number,
    readonly facts: Record<string, string> = {},
    readonly issues?: z.core.$ZodIssue[],
  ) {
    super(kind);
  }
}

/** Every problem there is, by name. `what` is an English key of {@link things}. */
export const problem = {
  notFound: (what: keyof (typeof things)['vi']) => new Problem('not-found', 404, { what }),
  noRoute: (path: string) => new Problem('no-route', 404, { path }),
  invalid: (issues: z.core.$ZodIssue[]) => new Problem('invalid', 400, {}, issues),
  malformed: () => new Problem('malformed', 400),
  tooLarge: () => new Problem('too-large', 413),
  tooMany: () => new Problem('too-many', 429),
  noWay: () => new Problem('no-way', 404),
  notReady: () => new Problem('not-ready', 503),
};

const things = {
  vi: {
    martyr: 'hồ sơ liệt sĩ',
    grave: 'phần mộ',
    cemetery: 'nghĩa trang',
    diagram: 'sơ đồ',
    tile: 'mảnh sơ đồ',
    place: 'địa danh',
    layer: 'lớp bản đồ',
  },
  en: {
    martyr: 'dossier',
    grave: 'grave',
    cemetery: 'cemetery',
    diagram: 'diagram',
    tile: 'tile',
    place: 'place',
    layer: 'map layer',
  },
} as const;

const locales = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** What one problem says in the reader's language: title, detail, and each wrong field with what would be right. */
export function wordsOf(found: Problem, language: Language, requestId: string) {
  const { title, detail } = messages[language][found.kind];
  const facts: Record<string, string> = { ...found.facts, requestId };
  const what = facts['what'];
  if (what !== undefined && what in things[language])
    facts['what'] = things[language][what as keyof typeof things.vi];
  return {
    title,
    detail: detail.replace(/\{(\w+)\}/g, (_all, key: string) => facts[key] ?? ''),
    ...(found.issues ? { errors: found.issues.flatMap((issue) => fieldErrors(issue, language)) } : {}),
  };
}

function fieldErrors(issue: z.core.$ZodIssue, language: Language): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message:
        language === 'vi'
          ? 'Không có mục này. Hãy kiểm tra tên mục.'
          : 'There is no such field. Check its name.',
    }));
  const message =
    issue.message !== '' && issue.code === 'custom'
      ? issue.message
      : locales[language](issue as Parameters<(typeof locales)['vi']>[0]);
  return [
    {
      path: issue.path.join('.'),
      message: typeof message === 'string' ? message : (message?.message ?? issue.message),
    },
  ];
}

/** RFC 9457 body, as the OpenAPI document describes it. */
export const ProblemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
});
