import type * as vscode from 'vscode';

/** Any document of any language: which ones hold references the engine says, so a Dockerfile by another name is not missed. */
export const everyFile: vscode.DocumentSelector = [{ pattern: '**/*' }, { scheme: 'untitled' }];
