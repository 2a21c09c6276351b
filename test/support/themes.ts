/** Colour variables that VS Code 1.100 gives to a webview, of three built-in themes; only those that our pages use. */
export type ThemeName = 'dark' | 'light' | 'highContrast';

interface Theme {
	/** What VS Code puts on `<body>`. */
	readonly bodyClass: string;
	readonly kind: string;
	readonly colors: Readonly<Record<string, string>>;
}

const fonts = { 'font-family': 'Inter, "DejaVu Sans", sans-serif', 'font-size': '13px', 'font-weight': 'normal', 'editor-font-family': '"JetBrains Mono", "DejaVu Sans Mono", monospace', 'editor-font-size': '14px' };

export const themes: Readonly<Record<ThemeName, Theme>> = {
	dark: {
		bodyClass: 'vscode-dark',
		kind: 'vscode-dark',
		colors: {
			...fonts,
			'foreground': '#cccccc', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'descriptionForeground': '#9d9d9d', 'icon-foreground': '#cccccc',
			'panel-border': '#2b2b2b', 'focusBorder': '#0078d4', 'disabledForeground': '#cccccc80', 'errorForeground': '#f85149',
			'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1', 'button-border': '#ffffff12',
			'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#cccccc', 'button-secondaryHoverBackground': '#3c3c3c',
			'toolbar-hoverBackground': '#5a5d5e50', 'progressBar-background': '#0078d4',
			'input-background': '#313131', 'input-foreground': '#cccccc', 'input-border': '#3c3c3c', 'input-placeholderForeground': '#989898',
			'dropdown-background': '#313131', 'dropdown-foreground': '#cccccc', 'dropdown-border': '#3c3c3c', 'dropdown-listBackground': '#1f1f1f',
			'settings-dropdownListBorder': '#454545', 'checkbox-background': '#313131', 'checkbox-foreground': '#cccccc', 'checkbox-border': '#3c3c3c',
			'list-activeSelectionBackground': '#04395e', 'list-activeSelectionForeground': '#ffffff', 'list-focusOutline': '#0078d4', 'list-hoverBackground': '#2a2d2e',
			'tree-indentGuidesStroke': '#585858', 'tree-inactiveIndentGuidesStroke': '#58585866', 'sideBarSectionHeader-background': '#181818',
			'badge-background': '#616161', 'badge-foreground': '#f8f8f8', 'textCodeBlock-background': '#2b2b2b', 'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc',
			'charts-red': '#f14c4c', 'charts-yellow': '#cca700', 'charts-green': '#89d185', 'charts-blue': '#3794ff', 'charts-foreground': '#cccccc',
			'menu-background': '#1f1f1f', 'menu-foreground': '#cccccc', 'menu-border': '#454545', 'menu-selectionBackground': '#0078d4', 'menu-selectionForeground': '#ffffff', 'widget-shadow': '#0000005c',
			'diffEditor-removedTextBackground': '#ff000033', 'diffEditor-insertedTextBackground': '#9ccc2c33', 'diffEditor-diagonalFill': '#cccccc33',
			'editor-findMatchHighlightBackground': '#ea5c0055', 'scrollbarSlider-background': '#79797966',
		},
	},
	light: {
		bodyClass: 'vscode-light',
		kind: 'vscode-light',
		colors: {
			...fonts,
			'foreground': '#3b3b3b', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'descriptionForeground': '#3b3b3b', 'icon-foreground': '#3b3b3b',
			'panel-border': '#e5e5e5', 'focusBorder': '#005fb8', 'disabledForeground': '#61616180', 'errorForeground': '#f85149',
			'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8', 'button-border': '#0000001a',
			'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-secondaryHoverBackground': '#cccccc',
			'toolbar-hoverBackground': '#b8b8b850', 'progressBar-background': '#005fb8',
			'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'input-border': '#cecece', 'input-placeholderForeground': '#767676',
			'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'dropdown-border': '#cecece', 'dropdown-listBackground': '#ffffff',
			'settings-dropdownListBorder': '#cecece', 'checkbox-background': '#f8f8f8', 'checkbox-foreground': '#3b3b3b', 'checkbox-border': '#cecece',
			'list-activeSelectionBackground': '#e8e8e8', 'list-activeSelectionForeground': '#000000', 'list-focusOutline': '#005fb8', 'list-hoverBackground': '#f2f2f2',
			'tree-indentGuidesStroke': '#a9a9a9', 'tree-inactiveIndentGuidesStroke': '#a9a9a966', 'sideBarSectionHeader-background': '#f8f8f8',
			'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b', 'textCodeBlock-background': '#f8f8f8', 'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8',
			'charts-red': '#e51400', 'charts-yellow': '#bf8803', 'charts-green': '#388a34', 'charts-blue': '#1a85ff', 'charts-foreground': '#3b3b3b',
			'menu-background': '#ffffff', 'menu-foreground': '#3b3b3b', 'menu-border': '#cecece', 'menu-selectionBackground': '#005fb8', 'menu-selectionForeground': '#ffffff', 'widget-shadow': '#00000029',
			'diffEditor-removedTextBackground': '#ff000033', 'diffEditor-insertedTextBackground': '#9ccc2c40', 'diffEditor-diagonalFill': '#22222233',
			'editor-findMatchHighlightBackground': '#ea5c0055', 'scrollbarSlider-background': '#64646466',
		},
	},
	highContrast: {
		bodyClass: 'vscode-high-contrast',
		kind: 'vscode-high-contrast',
		colors: {
			...fonts,
			'foreground': '#ffffff', 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'descriptionForeground': '#ffffffb3', 'icon-foreground': '#ffffff',
			'contrastBorder': '#6fc3df', 'contrastActiveBorder': '#f38518', 'panel-border': '#6fc3df', 'focusBorder': '#f38518', 'disabledForeground': '#a5a5a5', 'errorForeground': '#f48771',
			'button-background': '#000000', 'button-foreground': '#ffffff', 'button-border': '#6fc3df', 'button-secondaryBackground': '#000000', 'button-secondaryForeground': '#ffffff', 'progressBar-background': '#6fc3df',
			'input-background': '#000000', 'input-foreground': '#ffffff', 'input-border': '#6fc3df', 'input-placeholderForeground': '#ffffffb3',
			'dropdown-background': '#000000', 'dropdown-foreground': '#ffffff', 'dropdown-border': '#6fc3df', 'dropdown-listBackground': '#000000',
			'settings-dropdownListBorder': '#6fc3df', 'checkbox-background': '#000000', 'checkbox-foreground': '#ffffff', 'checkbox-border': '#6fc3df',
			'list-focusOutline': '#f38518', 'tree-indentGuidesStroke': '#ffffff', 'tree-inactiveIndentGuidesStroke': '#ffffff80',
			'badge-background': '#000000', 'badge-foreground': '#ffffff', 'textLink-foreground': '#21a6ff', 'textLink-activeForeground': '#21a6ff',
			'charts-red': '#f48771', 'charts-yellow': '#ffd370', 'charts-green': '#89d185', 'charts-blue': '#3794ff', 'charts-foreground': '#ffffff',
			'menu-background': '#000000', 'menu-foreground': '#ffffff', 'menu-border': '#6fc3df', 'menu-selectionBorder': '#f38518',
			'diffEditor-removedTextBorder': '#ff008f', 'diffEditor-insertedTextBorder': '#33ff2eff', 'diffEditor-diagonalFill': '#6fc3df',
			'editor-findMatchHighlightBorder': '#f38518', 'scrollbarSlider-background': '#6fc3df99',
		},
	},
};
