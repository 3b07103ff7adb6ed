import { code, joinCode } from "../../code/code.ts";
import type { Declaration } from "../../code/declarations.ts";
import { groupBy } from "../../text/group.ts";
import { declareClient } from "./client-class.ts";
import { declareCore, puttersOf } from "./core.ts";
import { functionsStatement } from "./functions-file.ts";
import { homesOfShapes, shapesIn, sharedFile } from "./homes.ts";
import {
	fromChildren,
	fromRuntime,
	fromScope,
	importsOf,
	type Wanted,
} from "./imports.ts";
import { indexStatement } from "./index-file.ts";
import { declareFunction } from "./operations.ts";
import { hasParams } from "./params.ts";
import type { OperationPlan, Plan, ResourcePlan } from "./plan.ts";
import { classOf, declareResource } from "./resource.ts";
import { treeOf } from "./resource-tree.ts";
import { runtimeExports } from "./runtime-exports.ts";
import { schemasFile } from "./schemas-file.ts";
import { declareShape } from "./shapes.ts";
import type { SourceFile } from "./source-file.ts";
import type { Scope } from "./types.ts";

/** The client's own files: index, client, core, functions, schemas, shared shapes and one for each resource right under the client. */
export function sourceFiles(plan: Plan): readonly SourceFile[] {
	const homes = homesOfShapes(plan);
	const [root, ...resources] = plan.resources;
	if (root === undefined) throw new Error("The plan has no root");
	const shared = sharedShapes(plan, homes);
	// What hangs under no resource is called on the client itself, and has a file like a resource's.
	const own = root.operations.length > 0 ? [root, ...resources] : resources;
	const inner = [
		...shared,
		...[...groupBy(own, ({ file }) => file).values()].flatMap((each) =>
			resourceFiles(each, plan, homes),
		),
	];
	const files = inner.map(({ path }) => path);
	const trees = new Set(own.map(({ treeFile }) => treeFile));
	const typed = new Set([sharedFile, ...own.map(({ file }) => file)]);
	return [
		indexFile(
			plan,
			files.filter((file) => typed.has(file)),
		),
		clientFile(root, plan, homes),
		coreFile(plan),
		functionsFile(inner.filter(({ path }) => !trees.has(path))),
		schemasFile(scopeOf(plan), homes),
		...inner,
	];
}

function indexFile(plan: Plan, paths: readonly string[]): SourceFile {
	const text = indexStatement(plan, paths);
	const declarations = [{ kind: "statement", text }] as const;
	return { path: "src/index.ts", imports: [], declarations };
}

function clientFile(
	root: ResourcePlan,
	plan: Plan,
	homes: ReadonlyMap<string, string>,
): SourceFile {
	const path = "src/client.ts";
	const file = "src/core.ts";
	const scope = scopeOf(plan);
	const declarations = declareClient(root, scope);
	const wanted: readonly Wanted[] = [
		{ file, name: code`ClientOptions`, type: true },
		{ file, name: code`createClient`, type: false },
		...fromRuntime(
			plan,
			["allFeatures", "ClientCore", "givenSchemas", "withOptions"],
			{ type: false },
		),
		...fromScope(scope, homes),
		...root.operations.flatMap((operation) => typesOf(operation, root.file)),
		...fromChildren(root),
	];
	return { path, imports: importsOf(path, wanted), declarations };
}

function coreFile(plan: Plan): SourceFile {
	const path = "src/core.ts";
	const wanted = [
		...fromRuntime(
			plan,
			["ClientCore", "CoreConfig", "CoreOptions", "Feature"],
			{ type: true },
		),
		// The types of credentials.
		...(plan.model.security.length > 0
			? fromRuntime(plan, ["Secret"], { type: true })
			: []),
		...fromRuntime(plan, ["createCore", ...puttersOf(plan.model)], {
			type: false,
		}),
	];
	const imports = importsOf(path, wanted);
	const declarations: readonly Declaration[] = [
		...declareCore(plan.model),
		{
			kind: "statement",
			text: joinCode(
				runtimeExports(plan.runtime, path),
				code`
`,
			),
		},
	];
	return { path, imports, declarations };
}

function functionsFile(inner: readonly SourceFile[]): SourceFile {
	const text = functionsStatement(inner);
	const declarations = [{ kind: "statement", text }] as const;
	return { path: "src/functions.ts", imports: [], declarations };
}

function sharedShapes(
	plan: Plan,
	homes: ReadonlyMap<string, string>,
): readonly SourceFile[] {
	const scope = scopeOf(plan);
	const declarations = shapesIn(sharedFile, plan.model, homes).flatMap(
		(shape) => declareShape(shape, scope),
	);
	const imports = importsOf(sharedFile, fromScope(scope, homes));
	return declarations.length === 0
		? []
		: [{ path: sharedFile, imports, declarations }];
}

/** A resource right under the client with all that hangs under it: its types and classes, its functions and its methods. */
function resourceFiles(
	resources: readonly ResourcePlan[],
	plan: Plan,
	homes: ReadonlyMap<string, string>,
): readonly SourceFile[] {
	const { file = "", functionsFile = "" } = resources[0] ?? {};
	const alone = file === functionsFile;
	const scope = scopeOf(plan);
	const types = [
		...shapesIn(file, plan.model, homes).flatMap((shape) =>
			declareShape(shape, scope),
		),
		...resources.flatMap((resource) => declareResource(resource, scope)),
		...resources
			.filter(({ members }) => members.length > 0)
			.map((resource) => classOf(resource, scope)),
	];
	const functionsScope = alone ? scope : scopeOf(plan);
	const functions = resources.flatMap((resource) =>
		resource.operations.map((operation) =>
			declareFunction(operation, resource, functionsScope),
		),
	);
	const wanted = [
		...resources.flatMap(({ operations }) =>
			operations.flatMap((operation) => typesOf(operation, file)),
		),
		...fromScope(functionsScope, homes),
	];
	const functionsPart = {
		path: functionsFile,
		imports: importsOf(functionsFile, wanted),
		declarations: alone ? [...types, ...functions] : functions,
	};
	if (alone) return [functionsPart];
	const trees = resources.map(({ treeFile, tree }) => ({
		file: treeFile,
		name: tree,
		type: false,
	}));
	const typesPart = {
		path: file,
		imports: importsOf(file, [...trees, ...fromScope(scope, homes)]),
		declarations: types,
	};
	return [typesPart, functionsPart, treesPart(resources, plan)];
}

/** The methods of the resources right under the client that have one file, and of all that hangs under them. */
function treesPart(resources: readonly ResourcePlan[], plan: Plan): SourceFile {
	const scope = scopeOf(plan);
	const tops = resources.filter(({ members }) => members.length === 1);
	const declarations = tops.map((top) => treeOf(top, scope));
	const path = tops[0]?.treeFile ?? "";
	const wanted = [
		...tops.map(({ file, className }) => ({
			file,
			name: className,
			type: true,
		})),
		...fromScope(scope, new Map()),
	];
	return { path, imports: importsOf(path, wanted), declarations };
}

/** What the signature of an operation needs of the file that its types are in. */
function typesOf(plan: OperationPlan, file: string): readonly Wanted[] {
	const types = hasParams(plan)
		? [plan.params, plan.response]
		: [plan.response];
	return types.map((name) => ({ file, name, type: true }));
}

function scopeOf(plan: Plan): Scope {
	return {
		plan,
		references: new Set(),
		uses: new Set(),
		calls: new Set(),
		direction: "received",
	};
}
