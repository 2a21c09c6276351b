import tseslint from 'typescript-eslint';
import { exportedDoc } from './scripts/lint/exportedDoc.mjs';

/**
 * Who may import whom, and why not: model <- reference <- extract, model <- registry, model <- diagnoses, all <- engine <- vscode | cli.
 * Each row bans, in the files of its folder, imports whose path goes through one of the names. `never` stands in every row of the core.
 */
const never = { names: ['vscode', 'cli', 'webview-ui', 'protocol'], why: 'The core never knows the editor, the command line or the webview.' };
const layers = [
	['model', ['reference', 'extract', 'registry', 'inspect', 'targets', 'diagnoses', 'engine', 'explain'], 'The model is plain values and knows nobody.'],
	['util', ['reference', 'extract', 'registry', 'inspect', 'targets', 'diagnoses', 'engine', 'explain'], 'Utilities know the model at most.'],
	['reference', ['extract', 'registry', 'inspect', 'targets', 'diagnoses', 'engine', 'explain'], 'The grammar of names needs the model only.'],
	['extract', ['registry', 'inspect', 'targets', 'diagnoses', 'engine', 'explain'], 'Extraction turns text into facts; it asks nobody and judges nothing.'],
	['registry', ['extract', 'inspect', 'targets', 'diagnoses', 'engine', 'explain'], 'The registry client knows references and answers, not files or findings.'],
	['inspect', ['extract', 'targets', 'diagnoses', 'engine', 'explain'], 'Inspecting needs a registry and the model only.'],
	['targets', ['extract', 'registry', 'inspect', 'diagnoses', 'engine', 'explain'], 'Targets are data.'],
	['diagnoses', ['extract', 'inspect', 'targets', 'engine', 'explain'], 'Diagnoses see facts and what `Ask` offers, nothing else.'],
	['explain', ['extract', 'inspect', 'engine'], 'The explainer reads text by the symptoms of the diagnoses.'],
	['engine', [], ''],
];
/** Folders of the core that touch neither disk, network nor process. */
const pure = ['model', 'util', 'reference', 'extract', 'targets', 'diagnoses', 'explain'];

const through = names => `(?:^|/)(?:${names.join('|')})(?:/|$)`;
const ban = (names, why) => ({ regex: through(names), message: why });
const node = { regex: '^node:|^undici$', message: 'Diagnoses and extraction touch neither network nor disk; what they need comes in by `Ask` or `ExtractInput`.' };
const client = { regex: '^undici$', message: 'Only src/core/registry speaks HTTP.' };

const layerRows = layers.map(([folder, names, why]) => ({
	files: [`src/core/${folder}/**/*.ts`],
	rules: { 'no-restricted-imports': ['error', { patterns: [ban(never.names, never.why), ...names.length > 0 ? [ban(names, why)] : [], ...pure.includes(folder) ? [node] : folder === 'registry' ? [] : [client]] }] },
}));

export default tseslint.config(
	{ ignores: ['dist/**', 'out/**', 'node_modules/**', 'coverage/**', '.vscode-test/**', 'test/workspace/**', '**/*.d.ts'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.base],
		// No inline comment switches a rule off.
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
		plugins: { own: { rules: { 'exported-doc': exportedDoc } } },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-restricted-syntax': ['error',
				{ selector: 'TSEnumDeclaration', message: 'String unions, no enums.' },
				{ selector: 'PropertyDefinition[accessibility="private"], MethodDefinition[accessibility="private"]', message: '#private, not private.' },
			],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			'no-else-return': 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'eqeqeq': 'error',
			'no-console': 'error',
			'max-lines': ['error', 400],
			'max-len': ['error', { code: 160, tabWidth: 4, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
		},
	},
	{ files: ['src/**/*.ts', 'webview-ui/**/*.ts'], rules: { 'own/exported-doc': 'error' } },
	{ files: ['test/**/*.ts', 'scripts/**/*.ts'], rules: { 'no-console': 'off' } },
	// Tables of cases are one line a case.
	{ files: ['test/**/*.ts'], rules: { 'max-len': 'off' } },
	...layerRows,
	{ files: ['src/protocol/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./|^[^.]', message: 'The protocol imports nothing.' }] }] } },
	{ files: ['src/cli/**/*.ts', 'src/cli.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [ban(['vscode', 'webview-ui', 'protocol'], 'The command line has no editor and no webview.'), client] }] } },
	{ files: ['src/vscode/**/*.ts', 'src/extension.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '(?:^|/)(?:cli|webview-ui)/', message: 'The adapter talks to the webview by the protocol, and not to the command line.' }, client] }] } },
	{ files: ['webview-ui/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '/(?:core|vscode|cli)(?:/|$)|^node:|^vscode$', message: 'The webview only knows the protocol.' }] }] } },
);
