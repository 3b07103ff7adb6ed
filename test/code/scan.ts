import { ts } from "ts-morph";

/** The kinds of all tokens of a source, comments and line ends among them, spaces not. */
export function tokenKinds(source: string): readonly string[] {
	const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false);
	scanner.setText(source);
	const kinds: string[] = [];
	for (
		let kind = scanner.scan();
		kind !== ts.SyntaxKind.EndOfFileToken;
		kind = scanner.scan()
	)
		if (
			kind !== ts.SyntaxKind.WhitespaceTrivia &&
			kind !== ts.SyntaxKind.NewLineTrivia
		)
			kinds.push(ts.SyntaxKind[kind] ?? String(kind));
	return kinds;
}

/** A source as a tree, and its syntax errors. */
export function parseSource(source: string) {
	const file = ts.createSourceFile(
		"file.ts",
		source,
		ts.ScriptTarget.ES2022,
		true,
	);
	const { parseDiagnostics } = file as unknown as {
		readonly parseDiagnostics: readonly ts.Diagnostic[];
	};
	return {
		file,
		errors: parseDiagnostics.map(({ messageText }) =>
			ts.flattenDiagnosticMessageText(messageText, "\n"),
		),
	};
}

/** Every node of a tree. */
export function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
	const nodes: ts.Node[] = [];
	const visit = (node: ts.Node): void => {
		nodes.push(node);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return nodes;
}

/** The names of all tags in the doc comments of a source. */
export function tagsOf(source: string): readonly string[] {
	return nodesOf(parseSource(source).file).flatMap((node) => {
		const { jsDoc = [] } = node as { readonly jsDoc?: readonly ts.JSDoc[] };
		return jsDoc.flatMap(({ tags = [] }) =>
			[...tags].map(({ tagName }) => tagName.text),
		);
	});
}
