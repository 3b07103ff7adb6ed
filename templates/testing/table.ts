/** Every operation of the API with the answers that its docs have. */
export interface Table {
	readonly operations: readonly TableOperation[];
	/** The bodies of answers, and items of streams; equal ones stand here once. */
	readonly bodies: readonly unknown[];
}

export interface TableOperation {
	/** Path of the method in the client. */
	readonly name: string;
	readonly method: string;
	/** Literals and wire names of path parameters in turn. */
	readonly path: readonly string[];
	/** Its own base URL, where a client may call it instead. */
	readonly server?: string | undefined;
	/** Property of the body that holds the data; without it the data is the whole body. */
	readonly data?: string | undefined;
	/** The method resolves to bytes. */
	readonly bytes?: boolean | undefined;
	readonly answers: readonly TableAnswer[];
}

export interface TableAnswer {
	/** As the docs have it: `4XX`. */
	readonly documented: string;
	/** The status that is sent: 400 for `4XX`. */
	readonly status: number;
	readonly mediaType?: string | undefined;
	/** Index of the body. */
	readonly body?: number | undefined;
	/** Indexes of the items of a stream. */
	readonly items?: readonly number[] | undefined;
}

/** A table as it is stored: answers that differ in nothing but their bodies are of one kind, which stands there once. */
export interface StoredTable {
	readonly operations: readonly (Omit<TableOperation, "answers"> & {
		/** Of each answer the index of its kind, then that of its body, or those of the items of a stream. */
		readonly answers: readonly (readonly number[])[];
	})[];
	readonly kinds: readonly (Omit<TableAnswer, "body" | "items"> & {
		readonly stream?: boolean | undefined;
	})[];
	readonly bodies: readonly unknown[];
}

/** The table of a stored one. */
export function readTable({ operations, kinds, bodies }: StoredTable): Table {
	const answers = (stored: readonly number[]) => {
		const [at = 0, ...items] = stored;
		const [kind, body] = [kinds[at], items[0]];
		return kind ? { ...kind, ...(kind.stream ? { items } : { body }) } : [];
	};
	return {
		operations: operations.map((operation) => ({
			...operation,
			answers: operation.answers.flatMap(answers),
		})),
		bodies,
	};
}

/** The documented answer of a status, or of a success where none is given. */
export function answerOf(
	{ answers }: TableOperation,
	status?: number,
): TableAnswer | undefined {
	const find = (form: RegExp) =>
		answers.find(({ documented }) => form.test(documented));
	return status === undefined
		? (find(/^2/) ?? find(/^default$/) ?? answers[0])
		: (answers.find((answer) => answer.status === status) ??
				find(new RegExp(`^${Math.floor(status / 100)}XX$`)) ??
				find(/^default$/));
}

/** What a fixture of a call's result is: for a stream its items. */
export type DataOf<Result> =
	Result extends AsyncIterable<infer Item> ? Item[] : Result;

/** The fixture of an operation: its data, or the body of the answer of a status. */
export function fixtureOf(
	table: Table,
	name: string,
	status: number | undefined,
): unknown {
	const operation = table.operations.find((each) => each.name === name);
	if (!operation)
		throw new TypeError(`there is no operation ${JSON.stringify(name)}`);
	return status === undefined
		? dataOf(table, operation)
		: bodyOf(table.bodies, answerOf(operation, status));
}

/** What the client makes of an answer: its data, the items of its stream, its bytes. A copy, which may be changed. */
function dataOf({ bodies }: Table, operation: TableOperation): unknown {
	const answer = answerOf(operation);
	if (answer?.items) return answer.items.map((item) => copy(bodies[item]));
	const body = bodyOf(bodies, answer);
	const { data, bytes } = operation;
	if (bytes) return new Blob([`${body}`]);
	return data !== undefined && isObject(body) && Object.hasOwn(body, data)
		? body[data]
		: body;
}

/** A copy of the body of an answer; `undefined` where there is none. */
export function bodyOf(
	bodies: Table["bodies"],
	answer: TableAnswer | undefined,
): unknown {
	return answer?.body === undefined ? undefined : copy(bodies[answer.body]);
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}

function copy(value: unknown): unknown {
	return structuredClone(value);
}
