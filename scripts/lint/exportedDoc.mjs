/** ESLint rule: every exported declaration of a source file has a doc comment. Generated constants and re-exports are left out. */
export const exportedDoc = {
	meta: { type: 'suggestion', schema: [], messages: { missing: 'Say in a doc comment what "{{name}}" is.' } },
	create(context) {
		const source = context.sourceCode;
		return {
			ExportNamedDeclaration(node) {
				const { declaration } = node;
				if (!declaration) { return; }
				const documented = source.getCommentsBefore(node).some(comment => comment.type === 'Block' && comment.value.startsWith('*'));
				// Further signatures of one function share the comment of the first.
				const before = node.parent.body[node.parent.body.indexOf(node) - 1];
				const name = declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? '';
				if (documented || before?.declaration?.id?.name === name && name !== '') { return; }
				context.report({ node: declaration, messageId: 'missing', data: { name } });
			},
		};
	},
};
