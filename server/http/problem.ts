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
    /** The thing as it stands now, when a write came late. */
    readonly current?: object,
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
  badCursor: () => new Problem('bad-cursor', 400),
  badMethod: (allowed: string) => new Problem('bad-method', 405, { allowed }),
  signInFirst: () => new Problem('sign-in-first', 401),
  forbidden: () => new Problem('forbidden', 403),
  foreign: () => new Problem('foreign', 403),
  notJson: () => new Problem('not-json', 415),
  versionMissing: () => new Problem('version-missing', 428),
  /** @param current the thing as it is now, for whoever comes second */
  stale: (current: object) => new Problem('stale', 409, {}, undefined, current),
  wrongSignIn: () => new Problem('wrong-sign-in', 401),
  /** The same whether the account exists or not. */
  locked: (seconds: number) => new Problem('locked', 429, { wait: String(Math.ceil(seconds / 60)) }),
  lastAdministrator: () => new Problem('last-administrator', 409),
  /** One field that no shape can judge. */
  field: (path: string, message: FieldWord, status = 400) =>
    new Problem('invalid', status, {}, [{ code: 'custom', path: [path], message, input: undefined }]),
};

const things = {
  vi: {
    martyr: 'hồ sơ liệt sĩ',
    grave: 'phần mộ',
    cemetery: 'nghĩa trang',
    diagram: 'sơ đồ',
    tile: 'mảnh sơ đồ',
    place: 'địa danh',
    unit: 'đơn vị',
    layer: 'lớp bản đồ',
    account: 'tài khoản',
    session: 'phiên đăng nhập',
  },
  en: {
    martyr: 'dossier',
    grave: 'grave',
    cemetery: 'cemetery',
    diagram: 'diagram',
    tile: 'tile',
    place: 'place',
    unit: 'unit',
    layer: 'map layer',
    account: 'account',
    session: 'session',
  },
} as const;

/** What is said of a field that zod's own words do not fit; a shape names one as its message. */
const fieldWords = {
  vi: {
    operator: 'Không nhận toán tử.',
    'account.name': 'Từ 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch; thí dụ: nguyen.van.an',
    'account.fullName': 'Hãy ghi họ tên, nhiều nhất 100 chữ.',
    'account.taken': 'Tên này đã có người dùng. Hãy chọn tên khác.',
    'account.scope': 'Phạm vi không hợp với vai trò. Hãy chọn lại.',
    'account.place': 'Chưa rõ địa phương nào. Hãy gõ đúng tên, hoặc chọn trong danh sách bên dưới.',
    'account.self': 'Không thể tự đổi vai trò hay khóa chính mình. Hãy nhờ quản trị viên khác.',
    'password.short': 'Mật khẩu cần ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt.',
    'password.simple': 'Mật khẩu này dễ đoán. Hãy dùng nhiều chữ khác nhau và đừng chứa tên đăng nhập.',
    'password.same': 'Mật khẩu mới phải khác mật khẩu cũ.',
    'password.wrong': 'Mật khẩu hiện tại chưa đúng.',
    'password.missing': 'Hãy gõ mật khẩu.',
    'code.wrong': 'Mã chưa đúng hoặc đã dùng. Hãy xem lại ứng dụng và gõ mã đang hiện.',
    'reason.missing': 'Hãy ghi lý do.',
  },
  en: {
    operator: 'No operators here.',
    'account.name': '3 to 40 small letters, digits, dots or dashes, such as nguyen.van.an',
    'account.fullName': 'Write the full name, 100 letters at most.',
    'account.taken': 'This name is taken. Choose another.',
    'account.scope': 'The scope does not fit the role. Choose again.',
    'account.place':
      'It is not clear which place this is. Type its whole name, or choose from the list below.',
    'account.self': 'You cannot change your own role or lock yourself out. Ask another administrator.',
    'password.short': 'A password needs 12 characters or more. A long sentence is good.',
    'password.simple': 'This is easy to guess. Use many different letters, and not your own name.',
    'password.same': 'The new password must differ from the old one.',
    'password.wrong': 'The present password is not right.',
    'password.missing': 'Type the password.',
    'code.wrong': 'The code is wrong or was used. Look at the app again and type the code it shows now.',
    'reason.missing': 'Write the reason.',
  },
} as const;
export type FieldWord = keyof (typeof fieldWords)['vi'];

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
    ...(found.current ? { current: found.current } : {}),
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
  if (issue.message in fieldWords.vi)
    return [{ path: issue.path.join('.'), message: fieldWords[language][issue.message as FieldWord] }];
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
  /** The thing as it is now, when a write came late (409). */
  current: z.looseObject({}).optional(),
  requestId: z.string(),
});
