import tseslint from 'typescript-eslint';

/** Borders between the parts of the house (docs/decisions.md): pages know only what crosses the wire. */
const clientBorder = {
  files: ['client/**/*.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          // how a date is worded is one rule for server and page; it needs neither zod nor the calendar's tables
          {
            regex: 'server/(?!.*contract|dates/format)',
            message: 'The client imports only contract.ts files.',
          },
          {
            regex: 'server/.*contract',
            allowTypeImports: true,
            message: 'Types only: zod stays on the server.',
          },
        ],
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['.config/**', 'dist/**', 'data/**', 'node_modules/**', 'client/public/**', 'docs/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
  },
  {
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Mongoose takes plain objects where its types name classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  clientBorder,
);
