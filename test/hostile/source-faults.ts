import { ts } from "ts-morph";
import { nodesOf, parseSource, tagsOf, tokenKinds } from "../code/scan.ts";
import { tripwire } from "./attacks.ts";

/** What a source says, apart from its comments. */
export interface Source {
	/** Every token but comments: equal ones mean that two sources type-check and run alike. */
	readonly tokens: string;
	/** The values of its strings and the names of its members. */
	readonly said: ReadonlySet<string>;
	readonly faults: readonly string[];
}

/** Reads a source that was made of hostile docs; `known` are the strings that the docs said. */
export function readSource(
	source: string,
	known: (text: string) => boolean,
): Source {
	const { file, errors } = parseSource(source);
	const nodes = nodesOf(file);
	const said = new Set<string>();
	const faults = errors.map((error) => `syntax: ${error}`);
	const declared = declaredIn(nodes);
	for (const node of nodes) {
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
			for (const text of isTree(node) ? textsIn(node.text) : [node.text]) {
				said.add(text);
				if (!known(text)) faults.push(`nobody said ${JSON.stringify(text)}`);
			}
		}
		if (ts.isIdentifier(node)) {
			said.add(node.text);
			if (node.text === tripwire && !isKey(node))
				faults.push(`the tripwire is a ${ts.SyntaxKind[node.parent.kind]}`);
			if (!/^[A-Za-z_$][\w$]*$/.test(node.text))
				faults.push(`${JSON.stringify(node.text)} is an identifier`);
		}
		if (
			ts.isTemplateExpression(node) ||
			ts.isRegularExpressionLiteral(node) ||
			ts.isTaggedTemplateExpression(node)
		)
			faults.push(`a ${ts.SyntaxKind[node.kind]}: ${node.getText()}`);
		if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
			const root = rootOf(node.expression);
			if (root !== undefined && !declared.has(root))
				faults.push(`calls ${root}, which is not its own`);
		}
	}
	const { code, comments } = tokensOf(source);
	for (const comment of comments) {
		if (comment.startsWith("//")) faults.push(`a line comment: ${comment}`);
		const [mark] = magic.exec(comment) ?? [];
		if (mark !== undefined) faults.push(`a magic comment: ${mark}`);
	}
	// Vitest looks for this one in strings too.
	if (/@(?:vitest|jest)-environment\s/.test(source))
		faults.push("an environment for tests");
	return { tokens: code, said, faults };
}

/** How two sources differ that differ in prose alone: in nothing but the text of comments. */
export function proseFaults(
	source: string,
	harmless: string,
): readonly string[] {
	const faults: string[] = [];
	if (tokenKinds(source).join() !== tokenKinds(harmless).join())
		faults.push("prose changed the tokens");
	if (tagsOf(source).join() !== tagsOf(harmless).join())
		faults.push(`prose changed the tags: ${tagsOf(source).join()}`);
	return faults;
}

/** What compilers, bundlers and test runners would obey in a comment; `@__PURE__` is ours. */
const magic =
	/@ts-(?:ignore|nocheck|expect-error|check)|@jsx\b|sourceMappingURL=|eslint-(?:disable|enable)|(?:istanbul|c8|v8) ignore|biome-ignore|prettier-ignore/i;

function tokensOf(source: string) {
	const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false);
	scanner.setText(source);
	const code: string[] = [];
	const comments: string[] = [];
	for (
		let kind = scanner.scan();
		kind !== ts.SyntaxKind.EndOfFileToken;
		kind = scanner.scan()
	) {
		const comment =
			kind === ts.SyntaxKind.SingleLineCommentTrivia ||
			kind === ts.SyntaxKind.MultiLineCommentTrivia;
		if (comment) comments.push(scanner.getTokenText());
		else if (
			kind !== ts.SyntaxKind.WhitespaceTrivia &&
			kind !== ts.SyntaxKind.NewLineTrivia
		)
			code.push(scanner.getTokenText());
	}
	return { code: code.join(" "), comments };
}

/** True for the JSON that describes methods: the second argument of `resource`. */
function isTree(node: ts.Node): boolean {
	const { parent } = node;
	return (
		ts.isCallExpression(parent) &&
		parent.expression.getText() === "resource" &&
		parent.arguments[1] === node
	);
}

/** The strings in a text of JSON; its keys are the runtime's and the names of members. */
function textsIn(json: string): readonly string[] {
	const texts: string[] = [];
	JSON.parse(json, (_, value: unknown) => {
		if (typeof value === "string") texts.push(value);
		return value;
	});
	return texts;
}

/** True for a name that is data: the key of a property, or what follows a dot. */
function isKey(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent))
		return parent.name === node;
	if (ts.isBindingElement(parent)) return parent.propertyName === node;
	return ts.isPropertyAccessExpression(parent) && parent.name === node;
}

/** The names that a file imports or declares, and the few of the language that it uses. */
function declaredIn(nodes: readonly ts.Node[]): ReadonlySet<string> {
	const names = new Set([
		"Object",
		"Array",
		"Map",
		"Set",
		"Error",
		"expect",
		"test",
		"describe",
		"super",
	]);
	for (const node of nodes) {
		const named =
			ts.isImportSpecifier(node) ||
			ts.isNamespaceImport(node) ||
			ts.isImportClause(node) ||
			ts.isFunctionDeclaration(node) ||
			ts.isClassDeclaration(node) ||
			ts.isVariableDeclaration(node) ||
			ts.isParameter(node);
		if (named && node.name && ts.isIdentifier(node.name))
			names.add(node.name.text);
	}
	return names;
}

function rootOf(node: ts.Expression): string | undefined {
	if (ts.isPropertyAccessExpression(node)) return rootOf(node.expression);
	if (ts.isCallExpression(node)) return rootOf(node.expression);
	if (ts.isIdentifier(node)) return node.text;
	if (node.kind === ts.SyntaxKind.SuperKeyword) return undefined;
	return ts.SyntaxKind[node.kind];
}
