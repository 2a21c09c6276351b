import * as vscode from 'vscode';
import type { Command } from './core.ts';

/** A Dockerfile with a few things to see, unsaved. */
export const openSample: Command = {
	id: 'openSample',
	async run() {
		const content = [
			'# A typing error in a tag, a name in capitals, and an image that is fine.',
			'FROM golang:1.25 AS build', 'FROM node:20-alpin', 'FROM Debian:12', '',
		].join('\n');
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'dockerfile', content }));
	},
};
