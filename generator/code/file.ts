import { createRequire } from "node:module";
import type {
	FunctionDeclarationStructure,
	MethodDeclarationStructure,
	OptionalKind,
	ParameterDeclarationStructure,
	StatementStructures,
	WriterFunction,
} from "ts-morph";
import type { Comment } from "./comment.ts";
import type {
	ClassDeclaration,
	Declaration,
	FunctionDeclaration,
	Import,
	InterfaceDeclaration,
	ParameterDeclaration,
	SignatureDeclaration,
	SourceStructure,
} from "./declarations.ts";

/** Prints one file from its structure. */
export type PrintFile = (structure: SourceStructure) => string;

/** Where files are kept that were printed before. */
export interface PrintMemory {
	/** What this printer made of a structure, which is given as JSON. */
	readonly recall: (structure: string) => string | undefined;
	readonly keep: (structure: string, text: string) => void;
}

/** Makes the printer of TypeScript files; what it printed before it need not print again. */
export function openPrinter(memory?: PrintMemory): PrintFile {
	let printer: PrintFile | undefined;
	const print: PrintFile = (structure) => {
		printer ??= tsMorphPrinter();
		return printer(structure);
	};
	if (memory === undefined) return print;
	return (structure) => {
		const key = JSON.stringify(structure);
		const known = memory.recall(key);
		if (known !== undefined) return known;
		const text = print(structure);
		memory.keep(key, text);
		return text;
	};
}

const require = createRequire(import.meta.url);

/**
 * The only ts-morph project lives here; ts-morph is loaded for it, since that takes a third of a second that a run without
 * output need not spend. It is required, since an import would look through all of the compiler's text for exports before
 * it runs it. A whole file is printed at once: adding declarations one by one is a hundred times slower.
 */
function tsMorphPrinter(): PrintFile {
	const tsMorph: typeof import("ts-morph") = require("ts-morph");
	const project = new tsMorph.Project({
		useInMemoryFileSystem: true,
		skipLoadingLibFiles: true,
		manipulationSettings: {
			indentationText: tsMorph.IndentationText.Tab,
			newLineKind: tsMorph.NewLineKind.LineFeed,
		},
	});
	return ({ banner, imports, declarations }) => {
		const file = project.createSourceFile("file.ts", {
			statements: [
				banner,
				...imports
					.filter(({ names }) => names.length > 0)
					.map((declaration) => structureOfImport(tsMorph, declaration)),
				...declarations.map((declaration) => structureOf(tsMorph, declaration)),
			],
		});
		const text = file.getFullText();
		project.removeSourceFile(file);
		return text;
	};
}

function structureOfImport(
	{ StructureKind }: typeof import("ts-morph"),
	{ from, names, typeOnly = false }: Import,
): StatementStructures {
	return {
		kind: StructureKind.ImportDeclaration,
		moduleSpecifier: from,
		isTypeOnly: typeOnly,
		namedImports: [...names],
	};
}

function structureOf(
	{ StructureKind }: typeof import("ts-morph"),
	declaration: Declaration,
): StatementStructures | WriterFunction {
	switch (declaration.kind) {
		case "statement":
			return (writer) => writer.blankLineIfLastNot().write(declaration.text);
		case "interface":
			return { kind: StructureKind.Interface, ...interfaceOf(declaration) };
		case "type":
			return {
				kind: StructureKind.TypeAlias,
				name: declaration.name,
				type: declaration.type,
				isExported: true,
				docs: docsOf(declaration.docs),
				leadingTrivia: (writer) => writer.blankLineIfLastNot(),
			};
		case "function":
			return {
				kind: StructureKind.Function,
				isExported: true,
				...functionOf(declaration),
			};
		case "class":
			return { kind: StructureKind.Class, ...classOf(declaration) };
	}
}

function interfaceOf(declaration: InterfaceDeclaration) {
	const { name, properties, index, docs } = declaration;
	return {
		name,
		isExported: true,
		docs: docsOf(docs),
		extends: [...(declaration.extends ?? [])],
		properties: properties.map((property) => ({
			name: property.key,
			type: property.type,
			hasQuestionToken: property.optional,
			isReadonly: property.constant === true,
			docs: docsOf(property.docs),
		})),
		methods: (declaration.methods ?? []).map(signatureOf),
		indexSignatures:
			index === undefined
				? []
				: [{ keyName: "key", keyType: "string", returnType: index }],
	};
}

function functionOf(
	declaration: Omit<FunctionDeclaration, "kind">,
): OptionalKind<FunctionDeclarationStructure> &
	OptionalKind<MethodDeclarationStructure> {
	return { ...signatureOf(declaration), statements: [declaration.body] };
}

function signatureOf(declaration: SignatureDeclaration) {
	const { name, parameters, returns, docs } = declaration;
	return {
		name,
		docs: docsOf(docs),
		parameters: parametersOf(parameters),
		returnType: returns,
	};
}

function classOf(declaration: ClassDeclaration) {
	const { name, fields, parameters, body, methods, docs } = declaration;
	return {
		name,
		isExported: true,
		extends: declaration.extends,
		docs: docsOf(docs),
		properties: fields.map((field) => ({
			name: field.name,
			type: field.type,
			isReadonly: true,
			docs: docsOf(field.docs),
		})),
		ctors: [{ parameters: parametersOf(parameters), statements: [...body] }],
		methods: methods.map(functionOf),
	};
}

function parametersOf(
	parameters: readonly ParameterDeclaration[],
): OptionalKind<ParameterDeclarationStructure>[] {
	return parameters.map(({ name, type, optional = false, default: value }) => ({
		name,
		type,
		hasQuestionToken: optional,
		...(value === undefined ? {} : { initializer: value }),
	}));
}

/** ts-morph splits the text into lines and writes the marks around them; it escapes nothing. */
function docsOf(docs: Comment | undefined): Comment[] {
	return docs === undefined ? [] : [docs];
}
