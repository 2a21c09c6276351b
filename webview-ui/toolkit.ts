import {
	provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox, vsCodeDropdown, vsCodeOption, vsCodeProgressRing, vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

export type { Button, Checkbox, Dropdown, TextField } from '@vscode/webview-ui-toolkit';

/**
 * Registers the controls that the pages use. The only file that knows `@vscode/webview-ui-toolkit`: it is archived upstream,
 * so what replaces it must only define `vscode-button`, `-text-field`, `-dropdown`, `-option`, `-checkbox`, `-progress-ring`.
 */
export function registerToolkit(): void {
	provideVSCodeDesignSystem().register(
		vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption(), vsCodeProgressRing(), vsCodeTextField(),
	);
}
