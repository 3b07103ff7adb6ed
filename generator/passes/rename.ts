import type { NamedShape, Operation, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";
import { type Place, replaceIn, replaceInOperation } from "./occurrence.ts";
import type { Shared } from "./share.ts";

/** Names over those that the docs or the rules give. */
export interface Renames {
	/** By method and path: `{ "GET /zones/{zone_id}": "zones.fetch" }`. */
	readonly operations?: Readonly<Record<string, string>> | undefined;
	/** By the name that a shape has without this. */
	readonly shapes?: Readonly<Record<string, string>> | undefined;
}

/** A rename that cannot be done, and what to do about it. */
export interface RenameFault {
	readonly message: string;
	readonly help: string;
}

type Tell = (fault: RenameFault) => void;

/** Gives operations the names that are wanted for them. */
export function renameOperations(
	operations: readonly Operation[],
	wanted: Renames["operations"] = {},
	tell: Tell,
): readonly Operation[] {
	const ids = operations.map(({ id }) => id);
	for (const id of Object.keys(wanted))
		if (!ids.includes(id)) tell(noOperation(id, ids));
	const renamed = operations.map((operation): Operation => {
		const name = Object.hasOwn(wanted, operation.id)
			? wanted[operation.id]
			: undefined;
		return name === undefined ? operation : withName(operation, name);
	});
	tellClashes(renamed, wanted, tell);
	return renamed;
}

function withName(operation: Operation, name: string): Operation {
	const words = name.split(".").map((word) => wordsOf(word).join("_"));
	const start = { line: 1, column: 1, offset: 0 };
	const span: Span = { file: "docwright.config.ts", start, end: start };
	return {
		...operation,
		resource: words.slice(0, -1),
		name: words.at(-1) ?? name,
		nameOrigins: [{ span, basis: "stated", of: ["name"] }],
	};
}

/** A wanted name that another operation or a resource has. */
function tellClashes(
	operations: readonly Operation[],
	wanted: NonNullable<Renames["operations"]>,
	tell: Tell,
): void {
	const resources = new Set(
		operations.flatMap(({ resource = [] }) =>
			resource.map((_, index) => resource.slice(0, index + 1).join(".")),
		),
	);
	for (const operation of operations) {
		if (!Object.hasOwn(wanted, operation.id)) continue;
		const name = fullName(operation);
		const other = operations.find(
			(one) => one !== operation && fullName(one) === name,
		);
		const taken = other?.id ?? (resources.has(name) ? "a resource" : undefined);
		if (taken === undefined) continue;
		tell({
			message: `rename.operations: ${operation.id} cannot be ${wanted[operation.id]}, which ${taken} is called`,
			help: "Choose another name, or rename the other as well",
		});
	}
}

function fullName({ resource = [], name = "" }: Operation): string {
	return [...resource, name].join(".");
}

function noOperation(id: string, ids: readonly string[]): RenameFault {
	const bare = (text: string) => text.replace(/\{[^}]*\}/g, "{}").toLowerCase();
	const same = ids.find((one) => bare(one) === bare(id));
	return {
		message: `rename.operations: the docs have no operation ${id}`,
		help:
			same === undefined
				? "Write method and path as `docwright inspect` lists them, or take the line out"
				: `Did you mean ${same}?`,
	};
}

/** Gives named shapes the names that are wanted for them, wherever they are referred to. */
export function renameShapes(
	{ operations, shapes }: Shared,
	wanted: Renames["shapes"] = {},
	tell: Tell,
): Shared {
	const names = new Set(shapes.map(({ name }) => name));
	const nameOf = (name: string) =>
		(Object.hasOwn(wanted, name) ? wanted[name] : undefined) ?? name;
	for (const [old, name] of Object.entries(wanted)) {
		if (!names.has(old))
			tell({
				message: `rename.shapes: there is no shape ${old}`,
				help: "Write the name as it is in model.json without the line, or take the line out",
			});
		const users = shapes.filter((shape) => nameOf(shape.name) === name);
		if (names.has(old) && users.length > 1)
			tell({
				message: `rename.shapes: ${old} cannot be ${name}, which another shape is called`,
				help: "Choose another name, or rename the other as well",
			});
	}
	const rename = (shape: Shape): Shape | undefined =>
		shape.kind === "reference"
			? { ...shape, name: nameOf(shape.name) }
			: undefined;
	return {
		operations: operations.map((operation) =>
			withParameters(replaceInOperation(operation, rename), rename),
		),
		shapes: shapes
			.map(({ name, shape, origins, ...rest }): NamedShape => {
				const place: Place = { side: "response", many: false, origins };
				const inner = replaceIn(shape, place, rename);
				return { ...rest, name: nameOf(name), shape: inner, origins };
			})
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
	};
}

function withParameters(
	operation: Operation,
	rename: (shape: Shape) => Shape | undefined,
): Operation {
	const parameters = operation.parameters.map((parameter) => {
		const { origins } = parameter;
		const place: Place = { side: "request", many: false, origins };
		return { ...parameter, shape: replaceIn(parameter.shape, place, rename) };
	});
	return { ...operation, parameters };
}
